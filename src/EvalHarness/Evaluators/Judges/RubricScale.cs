using System.Text.Json.Nodes;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Judges;

/// <summary>The grades of a rubric, and what they come to.</summary>
/// <param name="Options">As the judge writes them, in their usual order.</param>
internal sealed record RubricScale(string Name, Unit Unit, IReadOnlyList<string> Options)
{
    public const string YesNo = "yes-no";
    public const string OneToFive = "1-5";

    /// <summary>The JSON Schema of a reply.</summary>
    public string Schema => new JsonObject
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("reason", "verdict"),
        ["properties"] = new JsonObject
        {
            ["reason"] = new JsonObject { ["type"] = "string" },
            ["verdict"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Options.Select(o => JsonValue.Create(o))]) },
        },
    }.ToJsonString();

    public static RubricScale Named(string name) => name == OneToFive
        ? new(OneToFive, Unit.Ratio, ["1", "2", "3", "4", "5"])
        : new(YesNo, Unit.YesNo, ["yes", "no"]);

    /// <summary>Of 1 to 5 the mean, 1 as 0 and 5 as 1; of yes and no what more than half say, a tie is a no.</summary>
    public double Value(IReadOnlyList<string> grades) => Name == OneToFive
        ? grades.Average(g => (Options.ToList().IndexOf(g) / (double)(Options.Count - 1)))
        : 2 * grades.Count(g => g == Options[0]) > grades.Count ? 1 : 0;
}
