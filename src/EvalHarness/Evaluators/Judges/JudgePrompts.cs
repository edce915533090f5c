namespace EvalHarness.Evaluators.Judges;

/// <summary>The judges' prompts, kept as files beside this one.</summary>
public static class JudgePrompts
{
    /// <summary>How claims are held against evidence.</summary>
    public static string Claims { get; } = Read("claims");

    /// <summary>How an answer is graded by a rubric; <c>{rubric}</c> and <c>{options}</c> in it are filled in.</summary>
    public static string Rubric { get; } = Read("rubric");

    /// <summary>What data is and how a reply looks: it follows every other prompt, the user's too.</summary>
    public static string Rules { get; } = Read("rules");

    private static string Read(string name)
    {
        using var stream = typeof(JudgePrompts).Assembly.GetManifestResourceStream($"EvalHarness.Prompts.{name}.prompt.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
