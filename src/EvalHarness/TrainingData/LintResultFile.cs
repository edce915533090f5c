using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EvalHarness.Inputs;

namespace EvalHarness.TrainingData;

/// <summary>Reads and writes <c>lint.json</c>.</summary>
public static class LintResultFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    /// <summary>The same result gives the same text.</summary>
    public static string Text(LintResult result) => JsonSerializer.Serialize(result, Options) + "\n";

    public static string Line(LintResult result) => JsonSerializer.Serialize(result, OneLine);

    /// <exception cref="InputException">The file is missing, or is not what this version of the linter writes.</exception>
    public static LintResult Read(string file)
    {
        var utf8 = Encoding.UTF8.GetBytes(InputText.Read(file));
        var (root, problem) = JsonText.Parse(file, utf8, firstLine: 1);
        if (problem is not null)
            throw new InputException(problem);
        ProblemList problems = new();
        problems.AddErrors(InputSchemas.Named("lint").Validate(root), JsonSource.Map(file, utf8));
        problems.ThrowIfAny();
        return root.Deserialize<LintResult>(Options)!;
    }
}
