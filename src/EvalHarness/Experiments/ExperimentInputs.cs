using EvalHarness.Calibration;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Gates;
using EvalHarness.Inputs;

namespace EvalHarness.Experiments;

/// <summary>What an experiment names, read once: corpus, answer schema, prices, samples.</summary>
public sealed class ExperimentInputs
{
    private readonly Lazy<Corpus?> corpus;
    private readonly Lazy<string?> answerSchema;
    private readonly Lazy<PriceTable> prices;
    private readonly Lazy<IReadOnlyList<AttachedCalibration>> calibrations;

    public ExperimentInputs(Experiment experiment)
    {
        Experiment = experiment;
        corpus = new(() => experiment.Corpus is { } folder ? CorpusReader.Read(experiment.Resolve(folder)) : null);
        answerSchema = new(ReadAnswerSchema);
        prices = new(() => PriceFile.Read([.. experiment.Prices.Select(experiment.Resolve)]));
        calibrations = new(() => [.. experiment.Calibrations.Select(f => AttachedCalibration.Read(experiment.Resolve(f), f))]);
    }

    public Experiment Experiment { get; }

    /// <summary>What answers are checked against; absent when the experiment names none.</summary>
    public Corpus? Corpus => corpus.Value;

    /// <summary>The text of the schema that replies must meet; absent when any text will do.</summary>
    public string? AnswerSchema => answerSchema.Value;

    /// <summary>Empty without a price file: every price is then unknown.</summary>
    public PriceTable Prices => prices.Value;

    /// <summary>The measured errors of scorers; empty where none is attached.</summary>
    public IReadOnlyList<AttachedCalibration> Calibrations => calibrations.Value;

    /// <summary>Prices what the experiment's pipelines do.</summary>
    public TracePricer Pricer => new(Prices, UnpaidPipelines.Of(Experiment))
    {
        Names = Experiment.Pipelines.ToDictionary(p => p.Name, p => p.PriceNames(), StringComparer.Ordinal),
    };

    /// <summary>The samples to replay, checked as they are read.</summary>
    /// <param name="choice">All of the split when absent.</param>
    public IAsyncEnumerable<Sample> SamplesAsync(SampleChoice? choice, CancellationToken cancellationToken) => new DatasetReader(Corpus).ReadAsync(
        Experiment.Resolve(Experiment.Dataset),
        new SampleSelection(Experiment.Split, choice?.Limit, Experiment.Seed) { Filter = choice?.Filter ?? SampleFilter.None },
        cancellationToken);

    /// <summary>Hashes of what was read, by role.</summary>
    public IReadOnlyDictionary<string, string> ContentHashes()
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal) { ["experiment"] = Experiment.Hash };
        if (Corpus is { } read)
            hashes["corpus"] = read.Hash;
        if (AnswerSchema is { } schema)
            hashes["answer_schema"] = ContentHash.Of(schema);
        if (Experiment.Prices.Count > 0)
            hashes["prices"] = ContentHash.Of([.. Experiment.Prices.Select(f => ContentHash.OfFile(Experiment.Resolve(f)))]);
        if (Experiment.Policy is { } policy)
            hashes["policy"] = PolicyReader.Read(Experiment.Resolve(policy)).Hash;
        return hashes;
    }

    // Compiled as well, so that a schema that is none is found before anything runs.
    private string? ReadAnswerSchema()
    {
        if (Experiment.Answer.Schema is not { } file)
            return null;
        SchemaFile.Read(Experiment.Resolve(file));
        return File.ReadAllText(Experiment.Resolve(file));
    }
}
