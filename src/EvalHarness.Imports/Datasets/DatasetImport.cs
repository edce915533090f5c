using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>Writes an imported dataset: samples.jsonl and, where the source has articles, a corpus folder beside it.</summary>
/// <remarks>Everything is written beside its place, read back by the dataset's own reader, and then moved: nothing half-made is left.</remarks>
public sealed class DatasetImport(IDatasetFormat format)
{
    /// <param name="limit">The first so many samples; all when absent.</param>
    /// <param name="force">Whether what stands at the target is replaced.</param>
    /// <exception cref="InputException">The source is wrong, or the target is there already.</exception>
    public async Task<ImportReport> WriteAsync(ImportRequest request, string target, int? limit, bool force, CancellationToken cancellationToken)
    {
        if (File.Exists(target) && !force)
            throw new InputException(new InputProblem(target, "the file exists", "Name another, or replace it with --force."));
        var place = new ImportTarget(target, force);
        LeftOut leftOut = new();
        try
        {
            var documents = await place.WriteCorpusAsync(format.DocumentsAsync(request, cancellationToken), cancellationToken);
            var samples = format.SamplesAsync(request, leftOut, cancellationToken).DistinctById(leftOut, request.Source, cancellationToken).Take(limit ?? int.MaxValue);
            if (await place.WriteSamplesAsync(samples, cancellationToken) == 0)
                throw new InputException(Nothing(request, leftOut));
            var (count, unlabelled) = await ReadBackAsync(place, documents > 0, cancellationToken);
            place.Keep();
            return new ImportReport(target, count, unlabelled, documents > 0 ? place.Corpus : null, documents, leftOut.Kinds);
        }
        finally
        {
            place.Clear();
        }
    }

    // The file that was written means nothing to the user: the source does.
    private static InputProblem Nothing(ImportRequest request, LeftOut leftOut) => leftOut.Kinds is [var most, ..]
        ? new InputProblem(request.Source, $"no sample comes of it: {most.Count} × {most.What}: {string.Join(", ", most.Examples)}", "Check the format's name, and say where things stand: --map question=<column>.")
        : new InputProblem(request.Source, "no sample comes of it", "Check that the file is whole and of this format.");

    private static async Task<(int Samples, int Unlabelled)> ReadBackAsync(ImportTarget place, bool hasCorpus, CancellationToken cancellationToken)
    {
        var reader = new DatasetReader(hasCorpus ? CorpusReader.Read(place.NewCorpus) : null);
        var (samples, unlabelled) = (0, 0);
        await foreach (var sample in reader.ReadAsync(place.NewSamples, cancellationToken))
        {
            samples++;
            unlabelled += sample.Unlabelled ? 1 : 0;
        }

        return (samples, unlabelled);
    }
}
