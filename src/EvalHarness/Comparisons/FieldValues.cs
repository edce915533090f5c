using EvalHarness.Diagnosis;

namespace EvalHarness.Comparisons;

/// <summary>Which values of an enum field are counted each apart: those of the schema, and the first few besides. A model may write a new one in every row.</summary>
/// <param name="known">As JSON texts.</param>
internal sealed class FieldValues(IReadOnlyCollection<string> known)
{
    /// <summary>Stands for all values that are not counted apart.</summary>
    public const string Others = "(others)";

    /// <summary>The same, where another one of them was expected.</summary>
    public const string AnotherOne = "(another one)";

    /// <summary>Values besides those of the schema that are counted apart.</summary>
    public const int MostBesides = 20;

    private const int Longest = 100;

    private readonly HashSet<string> kept = new(known, StringComparer.Ordinal) { FieldConfusion.Nothing };
    private int besides;

    /// <summary>What stands for two values; alike only where they are.</summary>
    public (string Expected, string Given) Counted(string expected, string given)
    {
        var (wanted, got) = (Kept(expected), Kept(given));
        return (wanted, wanted == Others && got == Others && expected != given ? AnotherOne : got);
    }

    private string Kept(string value)
    {
        if (kept.Contains(value))
            return value;
        if (besides == MostBesides || value.Length > Longest)
            return Others;
        besides++;
        kept.Add(value);
        return value;
    }
}
