using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>dependentRequired</c>: a property that must not come without others.</summary>
internal sealed class DependentRequiredKeyword(IReadOnlyList<(string Name, string Needs)> pairs) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new DependentRequiredKeyword(
        [.. source.Value.EnumerateObject().SelectMany(p => p.Value.EnumerateArray(), (p, needs) => (p.Name, needs.GetString()!))]);

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var (name, needs) in pairs)
            if (check.Instance.TryGetProperty(name, out _) && !check.Instance.TryGetProperty(needs, out _))
                check.Fail($"'{name}' stands without '{needs}'", $"Add '{needs}', or remove '{name}'.");
    }
}
