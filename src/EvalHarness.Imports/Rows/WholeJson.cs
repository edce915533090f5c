using System.Runtime.InteropServices;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Imports.Rows;

/// <summary>A JSON file of another tool, read whole: of a bounded size and depth.</summary>
internal static class WholeJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <exception cref="InputException">It is missing, too large, or not JSON.</exception>
    public static async Task<JsonElement> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var whole = await InputStream.ReadWholeAsync(file, cancellationToken);
        try
        {
            using var document = await JsonDocument.ParseAsync(whole, Options, cancellationToken);
            return JsonEscapes.HasLoneSurrogate(JsonMarshal.GetRawUtf8Value(document.RootElement))
                ? throw new InputException(new InputProblem(file, @"a \u escape writes half of a surrogate pair", "Write the character itself."))
                : document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new InputException(NotJson(file, exception));
        }
    }

    /// <summary>The rows of a list inside it.</summary>
    /// <param name="places">Dotted paths, the first that is a list wins.</param>
    /// <exception cref="InputException">There is no such list.</exception>
    public static IEnumerable<JsonElement> List(string file, JsonElement root, params IReadOnlyList<string> places)
    {
        foreach (var place in places)
            if (new ColumnPath(place, file).Find(root) is [{ ValueKind: JsonValueKind.Array } list])
                return list.EnumerateArray();
        throw new InputException(new InputProblem(file, $"there is no list {string.Join(" or ", places)} in it", "Check that it is the file that the tool wrote, and its format."));
    }

    // Line and column count from 0 in the exception.
    public static InputProblem NotJson(string file, JsonException exception) => new(
        $"{file}:{(exception.LineNumber ?? 0) + 1}:{(exception.BytePositionInLine ?? 0) + 1}",
        "not JSON",
        "A missing quote, comma or bracket is the usual cause, or a file that was cut short.");
}
