using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Leads from the names that raters see back to the run (<c>key.json</c>). Raters do not get it, or they are not blind.</summary>
public sealed record LabelKey
{
    public const string FileName = "key.json";

    public string Notice { get; init; } = "Keep this file from the raters: it says which pipeline wrote each answer, and how it was scored.";

    /// <summary>The seal: a hash of all the rest. Files of labels carry it, so that they are never read with another key.</summary>
    public string Export { get; init; } = "";

    public required string Run { get; init; }

    /// <summary>The task's name: <c>groundedness</c>.</summary>
    public required string What { get; init; }

    public required LabelEvidence Evidence { get; init; }

    public required string Metric { get; init; }

    /// <summary>The metric's, when the rows were drawn.</summary>
    public required string DefinitionId { get; init; }

    /// <summary><c>random</c> or <c>stratified</c>.</summary>
    public required string Drawn { get; init; }

    public required int Seed { get; init; }

    /// <summary>Rows that could have been drawn.</summary>
    public required int Eligible { get; init; }

    /// <summary>In the order in which raters see them.</summary>
    public required IReadOnlyList<LabelKeyRow> Rows { get; init; }

    public LabelKey Sealed() => this with { Export = Seal() };

    public string ToJson() => JsonSerializer.Serialize(this, RunJson.Indented) + "\n";

    /// <exception cref="InputException">The file is missing, is not such a key, or has been changed.</exception>
    public static LabelKey Read(string file)
    {
        var text = InputText.Read(file);
        var (root, problem) = JsonText.Parse(file, Encoding.UTF8.GetBytes(text), firstLine: 1);
        if (problem is not null)
            throw new InputException(problem);
        ProblemList problems = new();
        problems.AddErrors(InputSchemas.Named("label-key").Validate(root), JsonSource.Map(file, Encoding.UTF8.GetBytes(text)));
        problems.ThrowIfAny();
        var key = root.Deserialize<LabelKey>(RunJson.Indented)!;
        return key.Export == key.Seal()
            ? key
            : throw new InputException(new InputProblem(file, "the key has been changed since it was written", "Put the exported file back; labels are read with no other."));
    }

    // The letter keeps spreadsheets from reading digits with an e among them as a number.
    private string Seal() => "x" + ContentHash.Short(ContentHash.Of(JsonSerializer.Serialize(this with { Export = "", Notice = "" }, RunJson.Compact)));
}
