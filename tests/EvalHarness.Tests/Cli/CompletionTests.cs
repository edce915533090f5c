using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using EvalHarness.Cli;

namespace EvalHarness.Tests.Cli;

/// <summary>The scripts in real shells: bash as a process, PowerShell hosted.</summary>
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class CompletionTests
{
    private CommandLine cli = null!;

    // On Windows a shell script cannot stand in for the program.
    [SetUp]
    public void Make()
    {
        cli = new CommandLine();
        cli.Folder.Write("reports/20261123-101500-small/run.json", "{}");
        cli.Folder.Write("reports/no-run/notes.txt", "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(cli.Folder.Write("bin/evalharness", $"#!/bin/sh\nexec dotnet '{Repository.Cli}' \"$@\"\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [TearDown]
    public void Remove() => cli.Dispose();

    [TestCase("evalharness diff -", "--format", "--out")]
    [TestCase("evalharness che", "checkpoints")]
    [TestCase("evalharness checkpoints pro", "promote")]
    [TestCase("evalharness report --format ", "json", "text")]
    [TestCase("evalharness report ", "20261123-101500-small")]
    [TestCase("evalharness run experiment.yaml --pipelines rag,", "rag,base")]
    [TestCase("evalharness completion f", "fish")]
    public async Task Bash_completes_what_may_stand_there(string line, params string[] some)
    {
        var suggested = await BashAsync(line);

        Assert.That(suggested, Is.SupersetOf(some));
        Assert.That(suggested, Is.All.StartsWith(line[(line.LastIndexOf(' ') + 1)..]));
        Assert.That(suggested, Has.None.StartsWith("/").And.None.EqualTo("no-run"));
    }

    [Test]
    public async Task Bash_offers_files_where_only_a_file_can_stand()
    {
        Assert.That(await BashAsync("evalharness run "), Is.Empty);
        Assert.That(await RunBashAsync("complete -p evalharness"), Has.Some.Contains("-o default").And.Some.Contains("-F _evalharness"));
    }

    [Test]
    public async Task A_value_that_cannot_be_looked_up_is_no_error()
    {
        Assert.That(await BashAsync("evalharness run no-such.yaml --pipelines r"), Is.Empty);
    }

    [TestCase("evalharness che", "checkpoints")]
    [TestCase("evalharness report --for", "--format")]
    [TestCase("evalharness report --format ", "json")]
    [TestCase("evalharness report ", "20261123-101500-small")]
    public async Task PowerShell_completes_what_may_stand_there(string line, string expected)
    {
        var script = (await cli.RunAsync("completion", "pwsh")).Output;
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            shell.AddScript($"$env:PATH = '{cli.Folder["bin"]}:' + $env:PATH; $executionContext.SessionState.Path.SetLocation('{cli.Folder.FullPath}') | Out-Null\n{script}").Invoke();

            var completed = CommandCompletion.CompleteInput(line, line.Length, null, shell);

            Assert.That(completed.CompletionMatches.Select(m => m.CompletionText), Has.Some.EqualTo(expected));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [TestCase("zsh", "-n")]
    [TestCase("fish", "--no-execute")]
    public async Task Another_shell_can_read_its_script(string shell, string check)
    {
        var script = await cli.RunAsync("completion", shell);
        var file = cli.Folder.Write("script", script.Output);

        Assert.That(script.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(script.Output, Does.Contain("evalharness").And.Contain("[suggest:"));
        if (!new[] { "/usr/bin/", "/bin/", "/usr/local/bin/" }.Any(folder => File.Exists(folder + shell)))
            Assert.Ignore($"there is no {shell} here to read it with");
        using var process = Process.Start(shell, [check, file]);
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
    }

    private Task<IReadOnlyList<string>> BashAsync(string line) => RunBashAsync(
        "COMP_LINE=$1 COMP_POINT=${#1}; read -ra COMP_WORDS <<< \"$1\"; [[ $1 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _evalharness; printf '%s\\n' \"${COMPREPLY[@]}\"",
        line);

    // The script is read as a shell reads it when it starts; then what bash does at a tab is done.
    private async Task<IReadOnlyList<string>> RunBashAsync(string then, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["--norc", "-c", $"set -u; PATH={cli.Folder["bin"]}:$PATH; source <(evalharness completion bash); {then}", "bash", .. arguments])
        {
            WorkingDirectory = cli.Folder.FullPath,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
