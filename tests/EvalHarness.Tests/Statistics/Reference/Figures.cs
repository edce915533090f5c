using System.Text.Json;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>What was calculated, by the names that reference cases give it: a number, a list, a word, a truth, nothing, or figures of their own.</summary>
internal sealed class Figures : Dictionary<string, object?>
{
    public static Figures Ends(Interval interval) => new() { ["lo"] = interval.Low, ["hi"] = interval.High };

    /// <summary>Figures that the case does not expect, or that it expects and are not here, are not compared: a test says which may be missing.</summary>
    public void AssertAgree(JsonElement expected, double tolerance, string what)
    {
        foreach (var (name, value) in this)
            if (expected.TryGetProperty(name, out var figure))
                AssertAgrees(figure, value, tolerance, $"{what} {name}");
    }

    private static void AssertAgrees(JsonElement expected, object? value, double tolerance, string what)
    {
        switch (value)
        {
            case Figures inner:
                inner.AssertAgree(expected, tolerance, what);
                break;
            case IReadOnlyList<double> list:
                Assert.That(list, Is.EqualTo(expected.EnumerateArray().Select(e => e.GetDouble())).Within(tolerance), what);
                break;
            case string or bool:
                Assert.That(value.ToString(), Is.EqualTo(expected.ToString()), what);
                break;
            case null:
                Assert.That(expected.ValueKind, Is.EqualTo(JsonValueKind.Null).Or.EqualTo(JsonValueKind.String), $"{what}: unbounded or undefined");
                break;
            default:
                Assert.That(value, Is.EqualTo(expected.GetDouble()).Within(tolerance * Math.Max(1, Math.Abs(expected.GetDouble()))), what);
                break;
        }
    }
}
