using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace EvalHarness.Tests;

/// <summary>run-eval.ps1, really executed by a hosted PowerShell.</summary>
[NonParallelizable]
internal sealed class RunEvalScriptTests
{
    // The hosted engine comes without the modules in which these live.
    private const string MissingCmdlets =
        """
        function Join-Path([string] $Path, [string] $ChildPath) { [System.IO.Path]::Combine($Path, $ChildPath) }
        function Write-Host($Object) { }
        """;

    [Test]
    public void The_script_parses()
    {
        System.Management.Automation.Language.Parser.ParseFile(Script, out _, out var errors);

        Assert.That(errors, Is.Empty);
    }

    [Test]
    public void It_runs_the_experiment_with_its_options_and_exits_0()
    {
        using var reports = new TemporaryFolder();
        var experiment = Path.Combine(Repository.Helpdesk, "experiment.yaml");

        var exitCode = Run($"'{experiment}' --pipelines base,rag --limit 8 --out '{reports.FullPath}'");

        Assert.That(exitCode, Is.Zero);
        Assert.That(Directory.GetDirectories(reports.FullPath).Single(), Does.EndWith("-helpdesk"));
    }

    [Test]
    public void A_failing_exit_code_is_passed_through()
    {
        Assert.That(Run("no-such-experiment.yaml"), Is.EqualTo(3));
    }

    private static string Script => Path.Combine(Repository.Root, "run-eval.ps1");

    private static int Run(string arguments)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(MissingCmdlets).Invoke();
        shell.Commands.Clear();
        shell.AddScript($"& '{Script}' {arguments} | Out-Null").Invoke();
        return Convert.ToInt32(runspace.SessionStateProxy.GetVariable("LASTEXITCODE"), CultureInfo.InvariantCulture);
    }
}
