namespace EvalHarness.Entailment.Tests;

/// <summary>A model that really separates: each word of the claim that the premise lacks speaks against it, words without content count nothing.</summary>
internal sealed class OverlapModel(int vocabulary, int separator)
{
    private const float Doubt = 4;

    /// <summary>Tokens that count nothing: special ones and words without content.</summary>
    public IReadOnlySet<int> Ignored { get; init; } = new HashSet<int>();

    /// <summary>The model is told segments; otherwise the claim is what stands behind the first separator.</summary>
    public bool HasSegments { get; init; } = true;

    public bool IsShort { get; init; }

    /// <summary>Two outputs, the second for entailed; or one.</summary>
    public bool HasOneOutput { get; init; }

    /// <summary>Outputs by token as well, as a token classifier or a text-to-text model has them.</summary>
    public bool IsByToken { get; init; }

    /// <summary>One more input, which has no effect.</summary>
    public string? MoreInput { get; init; }

    public byte[] Write()
    {
        var graph = new OnnxGraph();
        var ids = graph.ToWhole(graph.Input("input_ids", IsShort));
        var mask = graph.ToFloat(graph.Input("attention_mask", IsShort));
        var isClaim = HasSegments ? graph.ToFloat(graph.Input("token_type_ids", IsShort)) : BehindSeparator(graph, ids);
        if (MoreInput is { } more)
            graph.Input(more);
        var tokens = graph.Node("OneHot", [ids, graph.Wholes("depth", [vocabulary]), graph.Floats("bit", [0, 1], 2)]);
        var claim = Bag(graph, tokens, graph.Node("Mul", [mask, isClaim]));
        var premise = Bag(graph, tokens, graph.Node("Mul", [mask, graph.Node("Sub", [graph.Floats("one", [1]), isClaim])]));
        var missing = graph.Node("Mul", [claim, graph.Node("Sub", ["one", premise])]);
        return Output(graph, missing);
    }

    private byte[] Output(OnnxGraph graph, string missing)
    {
        var labels = HasOneOutput ? 1 : 2;
        var weights = Enumerable.Range(0, vocabulary).SelectMany(token => HasOneOutput ? [-Against(token)] : new[] { Against(token), -Against(token) }).ToArray();
        var sum = graph.Node("MatMul", [missing, graph.Floats("weights", weights, vocabulary, labels)]);
        var logits = graph.Node("Add", [sum, graph.Floats("bias", HasOneOutput ? [Doubt / 2] : [-Doubt / 2, Doubt / 2], labels)]);
        return IsByToken
            ? graph.Model(graph.Node("Unsqueeze", [logits, graph.Wholes("second", [1], 1)]), "pairs", "1", $"{labels}")
            : graph.Model(logits, "pairs", $"{labels}");
    }

    private float Against(int token) => Ignored.Contains(token) ? 0 : Doubt;

    private string BehindSeparator(OnnxGraph graph, string ids)
    {
        var isSeparator = graph.ToFloat(graph.Node("Equal", [ids, graph.Wholes("separator", [separator])]));
        var count = graph.Node("CumSum", [isSeparator, graph.Wholes("axis", [1])]);
        return graph.ToFloat(graph.Node("Greater", [count, graph.Floats("none", [0])]));
    }

    private static string Bag(OnnxGraph graph, string tokens, string weight)
    {
        var column = graph.Wholes($"last-{weight}", [2], 1);
        return graph.Node("ReduceMax", [graph.Node("Mul", [tokens, graph.Node("Unsqueeze", [weight, column])])], ("keepdims", 0), ("axes", 1));
    }
}
