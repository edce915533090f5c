using EvalHarness.Cli;

namespace EvalHarness.Tests.Story;

/// <summary>The shipped dataset in a folder of its own, and the command line on it: each command and what it printed goes to the test's output, which is what the guides quote.</summary>
internal sealed class HelpdeskCopy : IDisposable
{
    private static readonly string[] Left = ["checkpoints", ".cache"];

    public HelpdeskCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Helpdesk, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.Helpdesk, file);
            if (!Left.Contains(name.Split(Path.DirectorySeparatorChar)[0]))
                Folder.Write(name, File.ReadAllBytes(file));
        }
    }

    public TemporaryFolder Folder { get; } = new();

    public string Reports => Folder["reports"];

    /// <summary>Writes a file of lines made from a shipped one.</summary>
    public void Make(string from, string to, Func<IReadOnlyList<string>, IEnumerable<string>> change) =>
        Folder.Write(to, string.Concat(change(File.ReadAllLines(Folder[from])).Select(l => l + "\n")));

    /// <summary>Arguments that name what is in the folder begin with <c>./</c>.</summary>
    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync([.. arguments.Select(Absolute)], CancellationToken.None);
        Tell($"$ evalharness {string.Join(' ', arguments.Select(a => Shown(a).Contains(' ', StringComparison.Ordinal) ? $"\"{Shown(a)}\"" : Shown(a)))}");
        Tell($"{Tidy($"{error}")}{Tidy($"{output}")}exit {exitCode}\n");
        return new CliResult(exitCode, $"{output}", $"{error}");
    }

    public void Dispose() => Folder.Dispose();

    private string Absolute(string argument) => argument.StartsWith("./", StringComparison.Ordinal) ? Folder[argument[2..]] : argument.Replace("=./", $"={Folder.FullPath}/", StringComparison.Ordinal);

    private static string Shown(string argument) => argument.StartsWith("./", StringComparison.Ordinal) ? argument[2..] : argument.Replace("=./", "=", StringComparison.Ordinal);

    private string Tidy(string text) => text.Replace(Folder.FullPath + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private static void Tell(string text) => TestContext.Out.WriteLine(text);
}
