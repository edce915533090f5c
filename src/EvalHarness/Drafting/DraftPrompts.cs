using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Drafting;

/// <summary>The prompts of drafting and probing: files beside this one, any of which a folder of the user's can replace by one of the same name.</summary>
public sealed class DraftPrompts
{
    private const string Ending = ".prompt.md";

    private static readonly string[] Names =
    [
        .. Enum.GetValues<DraftKind>().Select(k => $"draft-{DraftNames.Of(k)}"), "draft-rules", "probe-closed-book", "probe-oracle", "probe-agreement",
    ];

    private readonly Dictionary<string, string> texts = Names.ToDictionary(n => n, Embedded, StringComparer.Ordinal);

    /// <param name="folder">The user's; ours alone when absent.</param>
    /// <exception cref="InputException">The folder is not there, or holds a prompt of another name.</exception>
    public DraftPrompts(string? folder = null)
    {
        if (folder is null)
            return;
        if (!Directory.Exists(folder))
            throw new InputException(new InputProblem("--prompts", $"the folder '{folder}' does not exist", "Check the path."));
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal))
            texts[Known(file)] = InputText.Read(file).ReplaceLineEndings("\n").Trim();
    }

    internal string ClosedBook => texts["probe-closed-book"];

    internal string Oracle => texts["probe-oracle"];

    internal string Agreement => texts["probe-agreement"];

    /// <summary>How a kind is drafted: the system message whole.</summary>
    internal string Drafting(DraftKind kind) => $"{texts[$"draft-{DraftNames.Of(kind)}"]}\n\n{texts["draft-rules"]}";

    /// <summary>Over all prompts that have a part in a draft of the kind.</summary>
    internal string Hash(DraftKind kind) => ContentHash.Short(ContentHash.Of(Drafting(kind), ClosedBook, Oracle, Agreement));

    private static string Known(string file)
    {
        var name = Path.GetFileName(file)[..^Ending.Length];
        return Names.Contains(name)
            ? name
            : throw new InputException(new InputProblem(file, $"there is no prompt '{name}'", $"{NearestName.Question(name, Names)}Prompts: {string.Join(", ", Names)}, each with {Ending}."));
    }

    private static string Embedded(string name)
    {
        using var stream = typeof(DraftPrompts).Assembly.GetManifestResourceStream($"EvalHarness.Prompts.{name}{Ending}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
