using EvalHarness.Imports.Rows;
using EvalHarness.Imports.Telemetry;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Imports.Datasets;

/// <summary>The formats that datasets are imported from.</summary>
public static class DatasetFormats
{
    public static IReadOnlyList<IDatasetFormat> All { get; } =
    [
        new RowDataset("jsonl", "JSON lines, one sample a line, by --map", SampleMapping.Same),
        new RowDataset("csv", "CSV or TSV with a header, by --map", SampleMapping.Same),
        new RowDataset("parquet", "Parquet (Hugging Face datasets), by --map", SampleMapping.Same),
        new RowDataset("ragas", "Ragas, names of 0.1 and from 0.2 on", RowMap.Of(
            ("question", ["user_input", "question"]),
            ("answers", ["reference", "ground_truth", "ground_truths"]),
            ("tags.synthesizer", ["synthesizer_name"]),
            ("tags.evolution", ["evolution_type"]))),
        new SquadDataset(),
        new BeirDataset(),
        new ChatDataset("openai-evals", "OpenAI evals: JSON lines with input and ideal", "input", "ideal"),
        new ChatDataset("chat-ft", "fine-tuning JSON lines: the assistant's last turn is the gold answer", "messages", gold: null),
        new PromptfooDataset(),
        new RowDataset("otel", "OpenTelemetry GenAI traces: unlabelled samples", RowMap.Of(("question", ["question"])), OtelTraces.ReadAsync),
    ];

    /// <exception cref="InputException">There is none of that name.</exception>
    public static IDatasetFormat Named(string name) =>
        All.FirstOrDefault(f => f.Name == name)
        ?? throw new InputException(new InputProblem("<format>", $"there is no format '{name}'", $"{NearestName.Question(name, All.Select(f => f.Name))}Known: {string.Join(", ", All.Select(f => f.Name))}."));
}
