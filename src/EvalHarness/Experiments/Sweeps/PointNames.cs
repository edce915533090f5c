using System.Text.RegularExpressions;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>Names for the pipelines of points: what is varied and to what, as far as a name may say it.</summary>
/// <param name="taken">Names that the experiment has already.</param>
/// <param name="prefix">What each begins with.</param>
internal sealed partial class PointNames(IEnumerable<string> taken, string prefix = "")
{
    private const int Longest = 60;

    private readonly HashSet<string> used = [.. taken];

    /// <summary><c>tokens-120+overlap-0</c>; <c>point-3</c> where that is no name, or somebody's.</summary>
    public string For(PointSettings point, int number)
    {
        var told = prefix + (point.Name ?? string.Join('+', point.Values.Select(v => $"{LastKey(v.Key)}-{Unnameable().Replace(PointSettings.Text(v.Value) ?? "default", "-")}")));
        var name = told.Length <= Longest && Name().IsMatch(told) && !used.Contains(told) ? told : Numbered(number);
        used.Add(name);
        return name;
    }

    private string Numbered(int number)
    {
        var name = $"{prefix}point-{number}";
        while (used.Contains(name))
            name += "+";
        return name;
    }

    private static string LastKey(string parameter) => parameter[(parameter.LastIndexOf('.') + 1)..];

    // As docs/schemas/experiment.schema.json has names of pipelines.
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._@+-]*$", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("[^A-Za-z0-9._@-]+", RegexOptions.None, 1000)]
    private static partial Regex Unnameable();
}
