using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Rows;

/// <summary>JSONL: an object on each line. Memory holds one line.</summary>
internal static class JsonLineRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = InputStream.Open(file);
        await foreach (var line in JsonLines.ReadAsync(file, stream, cancellationToken))
        {
            if (line.Problem is { } problem)
                throw new InputException(problem);
            if (line.Root.ValueKind != JsonValueKind.Object)
                throw new InputException(new InputProblem($"{file}:{line.Number}", "the line is no JSON object", "Write one object per line."));
            yield return new Row($"{file}:{line.Number}", line.Root);
        }
    }
}
