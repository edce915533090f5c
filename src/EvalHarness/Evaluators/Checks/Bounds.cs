using System.Globalization;
using System.Text.Json.Serialization;

namespace EvalHarness.Evaluators.Checks;

/// <summary>How many of something there may be: <c>{ least: 2, most: 5 }</c>, a number for exactly that many, true for at least one, false for none.</summary>
[JsonConverter(typeof(BoundsConverter))]
internal sealed record Bounds(int Least, int Most)
{
    public static Bounds AtLeast(int least) => new(least, int.MaxValue);

    /// <summary>What is wrong with a count; nothing when it lies within.</summary>
    public string? Wrong(int count, string what)
    {
        if (count < Least)
            return string.Create(CultureInfo.InvariantCulture, $"{what}: {count}, at least {Least} expected");
        return count > Most ? string.Create(CultureInfo.InvariantCulture, $"{what}: {count}, at most {Most} expected") : null;
    }
}
