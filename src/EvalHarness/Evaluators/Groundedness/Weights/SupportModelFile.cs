using System.Text.Json;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Groundedness.Weights;

/// <summary>The weights that ship with the harness, and how they are written.</summary>
internal static class SupportModelFile
{
    private const string Resource = "EvalHarness.Weights.local.weights.json";

    private static readonly Lazy<(SupportModel Model, string Hash)> Read = new(ReadResource);

    /// <summary>The checked-in model.</summary>
    public static SupportModel Shipped => Read.Value.Model;

    /// <summary>What identifies the checked-in weights in a definition.</summary>
    public static string Hash => Read.Value.Hash;

    /// <exception cref="InvalidOperationException">The weights are of other features than this build reads.</exception>
    private static (SupportModel Model, string Hash) ReadResource()
    {
        using var stream = typeof(SupportModelFile).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var model = Parse(JsonSerializer.Deserialize<JsonElement>(text));
        if (!model.Names.SequenceEqual(FeatureSet.All.Select(f => f.Name), StringComparer.Ordinal))
            throw new InvalidOperationException($"{Resource} was trained on other features: train again with bench/EvalHarness.Training");
        return (model, ContentHash.Short(ContentHash.Of(text)));
    }

    private static SupportModel Parse(JsonElement file)
    {
        var features = file.GetProperty("features").EnumerateArray().ToList();
        return new SupportModel(
            [.. features.Select(f => f.GetProperty("name").GetString()!)],
            [.. features.Select(f => f.GetProperty("mean").GetDouble())],
            [.. features.Select(f => f.GetProperty("coefficient").GetDouble())],
            [.. file.GetProperty("trees").EnumerateArray().Select(Tree)],
            file.GetProperty("own_share").GetDouble(),
            file.GetProperty("contradiction").GetDouble(),
            file.GetProperty("threshold").GetDouble());
    }

    private static DecisionTree Tree(JsonElement tree) =>
        new([.. Numbers(tree, "feature").Select(n => (int)n)], [.. Numbers(tree, "cut")], [.. Numbers(tree, "left").Select(n => (int)n)], [.. Numbers(tree, "value")]);

    private static IEnumerable<double> Numbers(JsonElement tree, string name) => tree.GetProperty(name).EnumerateArray().Select(n => n.GetDouble());
}
