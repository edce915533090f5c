using System.Globalization;
using System.Runtime.CompilerServices;
using EvalHarness.Inputs;

namespace EvalHarness.Datasets;

/// <summary>Streams gold samples from a JSONL file and checks each: docs/schemas/samples.schema.json, then what a schema cannot say.</summary>
/// <param name="corpus">What evidence is looked up in; it is not checked when absent.</param>
/// <remarks>
/// Samples stop coming at the first problem, but the file is read to its end: the exception then names all problems.
/// Memory: 8 bytes for each id (SHA-256's first 64 bits; two ids that share them are told apart by a second look at the file).
/// </remarks>
public sealed class DatasetReader(Corpus? corpus = null)
{
    private readonly SampleCheck check = new(corpus);

    /// <exception cref="InputException">The file is missing, or rows in it are wrong.</exception>
    public IAsyncEnumerable<Sample> ReadAsync(string file, CancellationToken cancellationToken) => ReadAsync(file, new SampleSelection(), cancellationToken);

    /// <summary>The rows of a selection in the order of the file. With a limit the file is read twice, and memory holds a number per row kept.</summary>
    /// <exception cref="InputException">The file is missing, rows in it are wrong (those outside the selection too), an id is not there, or no row is selected.</exception>
    public async IAsyncEnumerable<Sample> ReadAsync(string file, SampleSelection selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kept = selection.Limit is { } limit ? await LowestRankedAsync(file, selection, limit, cancellationToken) : null;
        SelectionSieve sieve = new(selection);
        await foreach (var (line, sample) in RowsAsync(file, cancellationToken))
        {
            if (sieve.Keeps(sample) && kept?.Contains(line) != false)
                yield return sample;
        }

        if (sieve.Problem(file) is { } problem)
            throw new InputException(problem);
    }

    /// <summary>The lines of the rows that a limit keeps.</summary>
    private async Task<HashSet<int>> LowestRankedAsync(string file, SampleSelection selection, int limit, CancellationToken cancellationToken)
    {
        SelectionSieve sieve = new(selection);
        PriorityQueue<int, ulong> kept = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
        await foreach (var (line, sample) in RowsAsync(file, cancellationToken))
        {
            if (!sieve.Keeps(sample))
                continue;
            kept.Enqueue(line, selection.Rank(sample));
            if (kept.Count > limit)
                kept.Dequeue();
        }

        return [.. kept.UnorderedItems.Select(row => row.Element)];
    }

    private async IAsyncEnumerable<(int Line, Sample Sample)> RowsAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        HashSet<ulong> ids = [];
        await foreach (var line in JsonLines.ReadAsync(file, cancellationToken))
        {
            var sample = check.Read(line, problems);
            if (sample is null)
                continue;
            if (!ids.Add(IdHash(sample.Id)) && await FirstLineAsync(file, sample.Id, line.Number, cancellationToken) is { } first)
                problems.Add(line.Source().Where("/id"), $"the id '{sample.Id}' stands in line {first} too", "Give each sample an id of its own.");
            if (!problems.Any)
                yield return (line.Number, sample);
        }

        problems.ThrowIfAny();
    }

    private static ulong IdHash(string id) => ulong.Parse(ContentHash.Of(id).AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static async Task<int?> FirstLineAsync(string file, string id, int before, CancellationToken cancellationToken)
    {
        await foreach (var line in JsonLines.ReadAsync(file, cancellationToken))
        {
            if (line.Number >= before)
                return null;
            if (SampleCheck.Id(line) == id)
                return line.Number;
        }

        return null;
    }
}
