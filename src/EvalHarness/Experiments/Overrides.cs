using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Experiments;

/// <summary>Puts <c>key.path=value</c> settings of the command line into a document before it is checked.</summary>
internal static class Overrides
{
    /// <param name="settings">The value is YAML: <c>run.concurrency=4</c>, <c>pipelines.rag.retrieval.rerank=none</c>; an empty one takes the key away.</param>
    /// <exception cref="InputException">A setting cannot be put in; it is named.</exception>
    public static void Apply(IEnumerable<string> settings, InputDocument document)
    {
        foreach (var setting in settings)
            Apply(setting, document);
    }

    private static void Apply(string setting, InputDocument document)
    {
        var option = $"--set {setting}";
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || document.Root is not JsonObject root)
            throw new InputException(new InputProblem(option, "this is no setting", "Write --set key.path=value, as in --set run.concurrency=4."));
        Put(root, "", setting[..equals], YamlFile.ParseValue(option, setting[(equals + 1)..]), option, document.Source);
    }

    private static void Put(JsonObject holder, string pointer, string path, JsonNode? value, string option, SourceMap source)
    {
        var key = FirstKey(holder, path);
        var child = JsonPointer.Append(pointer, key);
        if (key.Length == path.Length)
        {
            Put(holder, key, value);
            source.AddOption(child, option);
            return;
        }

        if (holder[key] is null)
        {
            holder[key] = new JsonObject();
            source.AddOption(child, option);
        }

        var next = holder[key] as JsonObject ?? throw new InputException(new InputProblem(option, $"'{key}' holds no keys", "Set it as a whole."));
        Put(next, child, path[(key.Length + 1)..], value, option, source);
    }

    // Nothing takes back what the file says: the default counts again.
    private static void Put(JsonObject holder, string key, JsonNode? value)
    {
        if (value is null)
            holder.Remove(key);
        else
            holder[key] = value;
    }

    // Names of pipelines may hold dots: the longest key that is there wins.
    private static string FirstKey(JsonObject holder, string path) =>
        holder.Select(p => p.Key)
            .Where(key => path == key || path.StartsWith($"{key}.", StringComparison.Ordinal))
            .MaxBy(key => key.Length)
        ?? path.Split('.', 2)[0];
}
