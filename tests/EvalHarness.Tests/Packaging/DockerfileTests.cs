using System.Text.Json;
using System.Text.RegularExpressions;

namespace EvalHarness.Tests.Packaging;

/// <summary>The Dockerfile is built by no test; what can be told without a build is held here.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Known = ["FROM", "ARG", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD", "LABEL"];

    private static readonly IReadOnlyList<DockerInstruction> Instructions = DockerInstruction.Read(Read("Dockerfile"));

    /// <summary>What is copied out of the repository.</summary>
    private static IEnumerable<string> Copied => Instructions.Where(i => i.Name == "COPY" && !i.Text.Contains("--from", StringComparison.Ordinal)).SelectMany(i => i.Words.SkipLast(1));

    [Test]
    public void Every_instruction_is_a_known_one_and_nothing_is_fetched()
    {
        Assert.That(Instructions.Select(i => i.Name).Distinct(), Is.SubsetOf(Known).And.Contain("ENTRYPOINT"));
        Assert.That(Instructions.Select(i => i.Text), Has.None.Contains("curl").And.None.Contains("wget").And.None.Contains("http"));
    }

    [Test]
    public void Images_are_pinned_to_the_major_version_that_the_repository_builds_with()
    {
        var sdk = JsonDocument.Parse(Read("global.json")).RootElement.GetProperty("sdk").GetProperty("version").GetString()!;

        var images = Instructions.Where(i => i.Name == "FROM").Select(i => i.Words[0]).ToList();

        Assert.That(images, Has.Count.EqualTo(2));
        Assert.That(images, Has.All.Match($@"^mcr\.microsoft\.com/dotnet/(sdk|aspnet|runtime):{sdk.Split('.')[0]}\.0-[a-z-]+$"));
    }

    [Test]
    public void What_is_copied_is_there_and_not_ignored()
    {
        string[] kept = [.. Read(".dockerignore").Split('\n').Where(l => l.StartsWith('!')).Select(l => l[1..])];

        Assert.That(Copied.Where(c => !Path.Exists(Path.Combine(Repository.Root, c))), Is.Empty);
        Assert.That(Copied.Select(c => c.TrimEnd('/')), Is.EquivalentTo(kept));
    }

    [Test]
    public void Whatever_a_project_takes_from_outside_src_is_copied()
    {
        var taken = Directory.EnumerateFiles(Repository.Source, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(p => OutsideSource().Matches(File.ReadAllText(p)).Select(m => m.Groups["path"].Value.Replace('\\', '/')))
            .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*.props").Select(p => Path.GetFileName(p)))
            .ToList();

        Assert.That(taken, Has.Some.StartsWith("docs/schemas/"));
        Assert.That(taken.Where(t => !Copied.Any(c => t == c || t.StartsWith(c, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Nothing_runs_as_root()
    {
        var lastStage = Instructions.Skip(Instructions.ToList().FindLastIndex(i => i.Name == "FROM")).ToList();
        var user = lastStage.Single(i => i.Name == "USER");

        Assert.That(user.Text, Is.EqualTo("$APP_UID"));
        Assert.That(lastStage.SkipWhile(i => i != user).Select(i => i.Name), Is.EqualTo(new[] { "USER", "ENTRYPOINT" }));
    }

    [Test]
    public void It_starts_the_command_line_that_is_published()
    {
        var started = JsonSerializer.Deserialize<string[]>(Instructions.Single(i => i.Name == "ENTRYPOINT").Text)!;

        Assert.That(started, Is.EqualTo(new[] { "dotnet", $"/app/{Path.GetFileName(Repository.Cli)}" }));
        Assert.That(Instructions.Where(i => i.Name == "RUN").Select(i => i.Text), Has.Some.Contains("publish src/EvalHarness.Cli ").And.Some.Contains("--output /app "));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, name));

    [GeneratedRegex(@"""\.\.\\\.\.\\(?<path>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex OutsideSource();
}
