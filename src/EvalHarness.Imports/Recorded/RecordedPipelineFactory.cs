using System.Text.Json;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Imports.Recorded;

/// <summary>Builds pipelines whose answers were made elsewhere.</summary>
public sealed class RecordedPipelineFactory : IPipelineFactory
{
    public const string RecordedKind = "recorded";

    private const string Run = "run";

    private static readonly IReadOnlyList<IRecordingFormat> Formats =
        [new MappedFormat("jsonl"), new MappedFormat("csv"), new RagasFormat(), new RagCheckerFormat(), new PromptfooFormat(), new OtelFormat()];

    public string Kind => RecordedKind;

    public void Check(PipelineSpec spec)
    {
        var settings = Settings(spec);
        if (settings.Format == Run)
            RunRecording.Check(settings, Place(spec));
        else
            _ = (Map(spec, settings), Filter(spec, settings));
    }

    public IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec)
    {
        var settings = Settings(spec);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["recording"] = settings.Format == Run ? RunRecording.ContentHash(File(spec, settings)) : ContentHash.OfFile(ExistingFile(spec, settings)),
        };
    }

    public async Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken)
    {
        var settings = Settings(spec);
        var answers = settings.Format == Run
            ? new RunRecording(File(spec, settings), settings, Place(spec)).ReadAsync(cancellationToken)
            : AnswersAsync(spec, settings, cancellationToken);
        return new RecordedPipeline(await Recording.ReadAsync(answers, settings.Format != Run && Format(settings).NumbersRepeats, cancellationToken));
    }

    private static async IAsyncEnumerable<RecordedAnswer> AnswersAsync(PipelineSpec spec, RecordedSettings settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = new AnswerMapping(Map(spec, settings), settings.PriceAs);
        var filter = Filter(spec, settings);
        var any = false;
        await foreach (var row in Format(settings).RowsAsync(ExistingFile(spec, settings), cancellationToken))
        {
            if (!filter.Includes(row))
                continue;
            any = true;
            yield return mapping.Read(row);
        }

        if (!any)
            throw new InputException(filter.Nothing(settings.File));
    }

    private static RecordedSettings Settings(PipelineSpec spec) => spec.Settings.Deserialize<RecordedSettings>(InputJson.Options)!;

    private static IRecordingFormat Format(RecordedSettings settings) => Formats.Single(f => f.Name == settings.Format);

    private static RowMap Map(PipelineSpec spec, RecordedSettings settings) => Format(settings).Map
        .With(settings.Map, $"{Place(spec)}: map")
        .With(settings.Scores.ToDictionary(s => AnswerMapping.Score + s.Key, s => s.Value, StringComparer.Ordinal), $"{Place(spec)}: scores");

    private static RowFilter Filter(PipelineSpec spec, RecordedSettings settings) => new(RowFilter.Values(settings.Where), $"{Place(spec)}: where");

    private static string File(PipelineSpec spec, RecordedSettings settings) => spec.Resolve(settings.File);

    private static string ExistingFile(PipelineSpec spec, RecordedSettings settings) =>
        NamedPath.MissingFile(Place(spec), settings.File, spec.Folder) is { } missing ? throw new InputException(missing) : File(spec, settings);

    private static string Place(PipelineSpec spec) => $"pipeline '{spec.Name}'";
}
