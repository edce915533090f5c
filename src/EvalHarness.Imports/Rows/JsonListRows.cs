using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Imports.Rows;

/// <summary>JSON: a list of objects, read one by one; or a data frame by columns (<c>{"question": {"0": …}}</c> or <c>{"question": […]}</c>), read whole.</summary>
internal static class JsonListRows
{
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = 128 };

    public static async IAsyncEnumerable<Row> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await IsListAsync(file, cancellationToken))
        {
            foreach (var row in Columns(file, await WholeJson.ReadAsync(file, cancellationToken)))
                yield return row;
            yield break;
        }

        await using var stream = InputStream.Open(file);
        await using var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var number = 0; await NextAsync(file, items); number++)
            yield return Row(file, number, items.Current);
    }

    /// <exception cref="InputException">It is no object, or holds what is no text.</exception>
    public static Row Row(string file, int number, JsonElement item)
    {
        var where = $"{file}[{number}]";
        if (item.ValueKind != JsonValueKind.Object)
            throw new InputException(new InputProblem(where, "the item is no object", "Write a list of objects."));
        return JsonEscapes.HasLoneSurrogate(JsonMarshal.GetRawUtf8Value(item))
            ? throw new InputException(new InputProblem(where, @"a \u escape writes half of a surrogate pair", "Write the character itself."))
            : new Row(where, item);
    }

    private static async Task<bool> IsListAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = InputStream.Open(file);
        var start = new byte[1024];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return start.AsSpan(0, read).TrimStart("\uFEFF \t\r\n"u8) is [(byte)'[', ..];
    }

    private static async ValueTask<bool> NextAsync(string file, IAsyncEnumerator<JsonElement> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException exception)
        {
            throw new InputException(WholeJson.NotJson(file, exception));
        }
    }

    private static IEnumerable<Row> Columns(string file, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Any(c => c.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
            throw new InputException(new InputProblem(file, "the file is neither a list of rows nor a table by columns", "Write a list of objects: [{…}, {…}]."));
        var columns = root.EnumerateObject().Select(c => (c.Name, Cells: Cells(c.Value))).ToList();
        for (var number = 0; number < columns.Select(c => c.Cells.Count).DefaultIfEmpty().Max(); number++)
            yield return new Row($"{file}[{number}]", JsonSerializer.SerializeToElement(columns.Where(c => number < c.Cells.Count).ToDictionary(c => c.Name, c => c.Cells[number])));
    }

    private static List<JsonElement> Cells(JsonElement column) =>
        column.ValueKind == JsonValueKind.Array ? [.. column.EnumerateArray()] : [.. column.EnumerateObject().Select(c => c.Value)];
}
