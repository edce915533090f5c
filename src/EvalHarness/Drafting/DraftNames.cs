using System.Text.Json;

namespace EvalHarness.Drafting;

/// <summary>Kinds and reasons as files, options and tables spell them: <c>two-hop</c>.</summary>
public static class DraftNames
{
    public static string Of(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
