using System.Text.RegularExpressions;

namespace EvalHarness.Tests;

/// <summary>The folder tree reads as the walk: a stage uses the stages before it and none after.</summary>
internal sealed partial class ArchitectureTests
{
    private static readonly string[] Stages =
    [
        "Schemas", "Inputs", "Datasets", "Metrics", "Checkpoints", "Pipelines", "Runs", "Evaluators", "Diagnosis", "Statistics", "Calibration",
        "Comparisons", "Gates", "Promotions", "Nightly", "TrainingData", "Decisions", "Experiments", "Drafting",
    ];

    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["EvalHarness"] = [],
        ["EvalHarness.Embedded"] = ["EvalHarness"],
        ["EvalHarness.Providers"] = ["EvalHarness"],
        ["EvalHarness.Reports"] = ["EvalHarness"],
        ["EvalHarness.Imports"] = ["EvalHarness"],
        ["EvalHarness.Cluster"] = ["EvalHarness"],
        ["EvalHarness.Entailment"] = ["EvalHarness"],
        ["EvalHarness.Server"] = ["EvalHarness", "EvalHarness.Reports"],
        ["EvalHarness.Cli"] = ["EvalHarness", "EvalHarness.Embedded", "EvalHarness.Imports", "EvalHarness.Providers", "EvalHarness.Reports", "EvalHarness.Server", "EvalHarness.Cluster"],
    };

    private static IEnumerable<string> CoreFolders => Directory.EnumerateDirectories(Path.Combine(Repository.Source, "EvalHarness"))
        .Select(d => Path.GetFileName(d))
        .Where(d => d is not ("bin" or "obj"));

    [Test]
    public void Every_folder_of_the_core_is_a_stage_of_the_walk()
    {
        Assert.That(CoreFolders, Is.SubsetOf(Stages));
    }

    [TestCaseSource(nameof(CoreFolders))]
    public void A_stage_uses_only_the_stages_before_it(string stage)
    {
        var allowed = Stages[..(Array.IndexOf(Stages, stage) + 1)];
        var reachingBack =
            from file in Sources(Path.Combine(Repository.Source, "EvalHarness", stage))
            from Match use in StageUse().Matches(File.ReadAllText(file))
            let used = use.Groups["stage"].Value
            where Stages.Contains(used) && !allowed.Contains(used)
            select $"{Path.GetRelativePath(Repository.Source, file)} uses {used}";

        Assert.That(reachingBack, Is.Empty);
    }

    [Test]
    public void A_project_references_only_what_stands_below_it()
    {
        foreach (var project in Directory.EnumerateFiles(Repository.Source, "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = ProjectReference().Matches(File.ReadAllText(project)).Select(m => m.Groups["name"].Value);

            Assert.That(MayReference, Does.ContainKey(name));
            Assert.That(references, Is.SubsetOf(MayReference[name]), name);
        }
    }

    [Test]
    public void No_file_has_a_name_that_says_nothing()
    {
        var vague = Sources(Repository.Source).Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => VagueName().IsMatch(n));

        Assert.That(vague, Is.Empty);
    }

    [Test]
    public void A_namespace_is_its_folder()
    {
        var misplaced =
            from file in Sources(Repository.Source)
            let declared = NamespaceDeclaration().Match(File.ReadAllText(file)).Groups["name"].Value
            let folder = Path.GetRelativePath(Repository.Source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')
            where declared.Length > 0 && declared != folder
            select $"{file}: {declared}";

        Assert.That(misplaced, Is.Empty);
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:using(?: static)? EvalHarness\.|EvalHarness\.)(?<stage>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex StageUse();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?(?<name>[\w.]+)\.csproj""", RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectReference();

    [GeneratedRegex("(Helper|Helpers|Util|Utils|Common|Manager|Base|Misc)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceDeclaration();
}
