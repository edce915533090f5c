using System.Text.Json;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Builds metrics of kind <c>rubric</c>: a judge grades answers by a file.</summary>
public sealed class RubricMetricFactory(JudgeSet judges) : IMetricFactory
{
    public const string RubricKind = "rubric";

    public string Kind => RubricKind;

    public void Check(MetricSource metric)
    {
        var settings = Settings(metric);
        _ = (Judge(metric, settings), Text(metric, settings.Rubric));
        if (settings.Prompt is { } prompt && !Text(metric, prompt).Contains("{rubric}", StringComparison.Ordinal))
            throw new InputException(new InputProblem(Where(metric), $"the prompt '{prompt}' has no place for the rubric", "Write {rubric} in it where the rubric stands, and {options} where its grades do."));
    }

    public IEvaluator Build(MetricSource metric, AnswerReader reader)
    {
        var settings = Settings(metric);
        var instructions = settings.Prompt is { } prompt ? Text(metric, prompt) : JudgePrompts.Rubric;
        return new RubricEvaluator(metric, Judge(metric, settings), reader, settings, Text(metric, settings.Rubric), instructions);
    }

    private Judge Judge(MetricSource metric, RubricSettings settings) => judges.Named(settings.Judge ?? judges.OnlyName(Where(metric)), Where(metric));

    private static RubricSettings Settings(MetricSource metric) => metric.OwnSettings.Deserialize<RubricSettings>(InputJson.Options)!;

    private static string Text(MetricSource metric, string path) =>
        NamedPath.MissingFile(Where(metric), path, metric.Folder) is { } missing ? throw new InputException(missing) : InputText.Read(metric.Resolve(path));

    private static string Where(MetricSource metric) => $"metrics.{metric.Id}";
}
