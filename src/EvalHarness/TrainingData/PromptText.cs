using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.TrainingData;

/// <summary>A prompt, or a file of few-shot examples, as texts to be held against gold.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Lines">Number and text of what stands in it; of a JSON line all its texts.</param>
public sealed record PromptText(string Name, string Hash, IReadOnlyList<(int Line, string Text)> Lines)
{
    /// <exception cref="InputException">The file is missing, too large, or not UTF-8.</exception>
    public static PromptText Read(string file, string name)
    {
        var lines = InputText.Read(file).Split('\n');
        return new PromptText(name, ContentHash.OfFile(file), [.. lines.Index().SelectMany(l => Texts(l.Item).Select(text => (l.Index + 1, text)))]);
    }

    private static IEnumerable<string> Texts(string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
            return [];
        if (text[0] != '{')
            return [text.TrimStart('-', '*', '#', '>', ' ')];
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. In(json.RootElement)];
        }
        catch (JsonException)
        {
            // A prompt that shows JSON is a prompt all the same.
            return [text];
        }
    }

    private static IEnumerable<string> In(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(In),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => In(p.Value)),
        _ => [],
    };
}
