using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Promotions;

/// <summary>What a promotion must know of a lint result (<c>lint.json</c>): which training file was held against which dataset, and how many findings say that gold leaked.</summary>
/// <remarks>Read are <c>training.hash</c>, <c>dataset.hash</c> and <c>leaks</c>; whatever else stands in the file is the linter's.</remarks>
public sealed record LintRecord(LintReference Reference, string TrainingHash, string DatasetHash)
{
    public const string FileName = "lint.json";

    /// <exception cref="InputException">The file is missing, or is no lint result.</exception>
    public static LintRecord Read(string file)
    {
        var text = InputText.Read(file);
        if (JsonText.Parse(file, System.Text.Encoding.UTF8.GetBytes(text), 1) is { Problem: { } problem })
            throw new InputException(problem);
        return JsonNode.Parse(text) is JsonObject root
            && Text(root["training"], "hash") is { } training
            && Text(root["dataset"], "hash") is { } dataset
            && root["leaks"] is JsonValue value && value.TryGetValue(out int leaks) && leaks >= 0
                ? new LintRecord(new LintReference(file, ContentHash.OfFile(file), leaks), training, dataset)
                : throw new InputException(new InputProblem(file, "this is no lint result: training.hash, dataset.hash or leaks is missing", "Write it anew: evalharness lint-training --help."));
    }

    private static string? Text(JsonNode? holder, string key) => (holder as JsonObject)?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
