namespace EvalHarness.Cli.Completing;

/// <summary>What a shell is taught: to ask the program itself, by <c>[suggest:position]</c>, what may stand at the cursor. No list of verbs is kept anywhere else.</summary>
internal static class CompletionScript
{
    private const string Prefix = "completion/evalharness.";

    private static readonly IReadOnlyDictionary<string, string> Endings = new Dictionary<string, string>(StringComparer.Ordinal) { ["bash"] = "bash", ["zsh"] = "zsh", ["fish"] = "fish", ["pwsh"] = "ps1" };

    public static IEnumerable<string> Shells => Endings.Keys;

    public static string Of(string shell)
    {
        using var stream = typeof(CompletionScript).Assembly.GetManifestResourceStream(Prefix + Endings[shell])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
