using System.Text;
using EvalHarness.Checkpoints;
using EvalHarness.Cli;
using EvalHarness.Tests.Checkpoints;

namespace EvalHarness.Tests.Cli.Tracking;

/// <summary>The whole verb, against a server that checks every request.</summary>
[NonParallelizable]
internal sealed class MlflowCommandTests
{
    private const string Token = "MLFLOW_TRACKING_TOKEN";
    private const string User = "MLFLOW_TRACKING_USERNAME";
    private const string Password = "MLFLOW_TRACKING_PASSWORD";

    private CommandLine cli = null!;
    private MlflowStub mlflow = null!;

    [SetUp]
    public async Task Start()
    {
        cli = new CommandLine();
        mlflow = await MlflowStub.StartAsync();
        Assert.That((await cli.EvaluateAsync()).ExitCode, Is.Zero);
    }

    [TearDown]
    public async Task Stop()
    {
        foreach (var variable in new[] { Token, User, Password })
            Environment.SetEnvironmentVariable(variable, null);
        await mlflow.DisposeAsync();
        cli.Dispose();
    }

    [Test]
    public async Task A_run_is_exported_with_parameters_figures_tags_and_files()
    {
        var result = await ExportAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Error);
        var run = mlflow.Runs.Single();
        Assert.That(mlflow.Experiments.Keys, Is.EqualTo(new[] { "small" }));
        Assert.That(run.Parameters["pipelines.rag.model.name"], Is.EqualTo("untuned"));
        Assert.That(run.Parameters["baseline"], Is.EqualTo("base"));
        Assert.That(run.Tags["evalharness.run_id"], Is.EqualTo(Path.GetFileName(cli.Run)).And.EqualTo(run.Name));
        Assert.That(run.Metrics.Select(m => m.Key), Is.Unique.And.SupersetOf(new[] { "rag/success", "rag/success.n", "base/coverage", "rag/latency-service-ms/p50" }));
        Assert.That(run.Metrics.Single(m => m.Key == "rag/success.n").Value, Is.EqualTo(3));
        Assert.That(run.Metrics.Select(m => m.Step), Is.All.Zero);
        Assert.That(run.Status, Is.EqualTo("FINISHED"));
        Assert.That(mlflow.Requests[^1], Is.EqualTo("POST /api/2.0/mlflow/runs/update"));
        Assert.That(result.Output, Does.Contain($"MLflow: {mlflow.Url}/#/experiments/1/runs/r1"));
    }

    [Test]
    public async Task The_report_is_uploaded_and_the_store_is_not()
    {
        await ExportAsync();

        var files = mlflow.Artefacts.Keys.Select(k => k.Replace("1/r1/artifacts/", "", StringComparison.Ordinal)).ToList();
        Assert.That(files, Is.SupersetOf(new[] { "index.html", "summary.csv", "run.json", "charts/quality.png" }));
        Assert.That(files, Has.None.StartsWith("run.db").And.None.StartsWith("run.lock"));
        Assert.That(mlflow.Artefacts["1/r1/artifacts/summary.csv"], Is.EqualTo(File.ReadAllBytes(Path.Combine(cli.Run, "summary.csv"))));
    }

    [Test]
    public async Task What_has_no_value_is_not_logged_as_0()
    {
        await ExportAsync();

        Assert.That(mlflow.Runs.Single().Metrics.Select(m => m.Key), Has.None.StartsWith("base/citation-precision"));
        Assert.That(mlflow.Runs.Single().Metrics.Select(m => m.Value), Has.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public async Task Once_more_the_same_run_is_brought_up_to_date_and_nothing_is_logged_twice()
    {
        await ExportAsync();
        var before = mlflow.Runs.Single().Metrics.ToList();

        var again = await ExportAsync();

        Assert.That(again.ExitCode, Is.EqualTo(ExitCode.Done), again.Error);
        Assert.That(mlflow.Runs, Has.Count.EqualTo(1));
        Assert.That(mlflow.Runs.Single().Metrics, Is.EqualTo(before));
        Assert.That(again.Output, Does.Contain("brought up to date: 0 new figures"));
    }

    [Test]
    public async Task A_figure_that_has_changed_since_is_the_next_step()
    {
        await ExportAsync();
        cli.Folder.Write("samples.jsonl", File.ReadAllText(cli.Folder["samples.jsonl"]).Replace("30 minutes\"]", "an hour\"]", StringComparison.Ordinal));
        Assert.That((await cli.OnRunAsync("score")).ExitCode, Is.Zero);

        await ExportAsync();

        var changed = mlflow.Runs.Single().Metrics.Where(m => m.Step == 1).ToList();
        Assert.That(changed, Is.Not.Empty);
        Assert.That(changed.Select(c => c.Value), Is.Not.EqualTo(changed.Select(c => mlflow.Runs.Single().Metrics.First(m => m.Key == c.Key).Value)));
    }

    [Test]
    public async Task A_user_and_a_password_go_before_a_token_and_neither_is_ever_shown()
    {
        Set((Token, "token-of-the-server"), (User, "ada"), (Password, "hunter2-password"));
        mlflow.Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:hunter2-password"));
        Assert.That((await ExportAsync()).ExitCode, Is.Zero);

        Set((User, null));
        mlflow.Authorization = "Bearer token-of-the-server";
        Assert.That((await ExportAsync()).ExitCode, Is.Zero);

        mlflow.Instead = _ => (403, "no, token-of-the-server is not welcome");
        var refused = await ExportAsync();
        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(refused.Error, Does.Contain("it answers 403").And.Contain(Token).And.Not.Contain("token-of-the-server"));
    }

    [TestCase("runs/log-batch", 400, """{"error_code": "INVALID_PARAMETER_VALUE", "message": "Invalid metric name"}""", "api/2.0/mlflow/runs/log-batch: it answers 400: INVALID_PARAMETER_VALUE Invalid metric name")]
    [TestCase("experiments/get-by-name", 302, "", "api/2.0/mlflow/experiments/get-by-name: it answers 302. Look whether this is the address of MLflow itself")]
    [TestCase("experiments/get-by-name", 200, "<html>a page</html>", "it does not answer as MLflow does: <html>a page</html>")]
    public async Task A_refusal_says_where_what_and_how_to_mend_it(string path, int status, string body, string said)
    {
        mlflow.Instead = asked => asked.EndsWith(path, StringComparison.Ordinal) ? (status, body) : null;

        var result = await ExportAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(result.Error, Does.Contain(said));
    }

    [Test]
    public async Task A_server_that_says_nothing_is_waited_for_only_so_long()
    {
        mlflow.Instead = _ => (0, "");

        var result = await ExportAsync("--timeout", "1");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(result.Error, Does.Contain("it did not answer within 1 s"));
    }

    [Test]
    public async Task An_export_that_was_cut_off_is_taken_up_by_the_same_command()
    {
        mlflow.Instead = path => path.Contains("mlflow-artifacts", StringComparison.Ordinal) ? (503, "busy") : null;
        Assert.That((await ExportAsync()).ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(mlflow.Runs.Single().Status, Is.EqualTo("RUNNING"));

        mlflow.Instead = _ => null;
        Assert.That((await ExportAsync()).ExitCode, Is.Zero);
        Assert.That(mlflow.Runs.Single().Status, Is.EqualTo("FINISHED"));
    }

    [Test]
    public async Task Where_the_server_serves_no_files_it_is_said_and_the_rest_is_exported()
    {
        mlflow.ArtefactRoot = "s3://bucket/";

        var result = await ExportAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("no file is uploaded").And.Contain("s3://bucket/1/r1/artifacts"));
        Assert.That(mlflow.Artefacts, Is.Empty);
        Assert.That(mlflow.Runs.Single().Status, Is.EqualTo("FINISHED"));
    }

    [Test]
    public async Task Aliases_are_mirrored_moved_and_others_left_alone()
    {
        using var registry = new SomeRegistry();
        registry.Register("1", "2");
        registry.Move("1");
        await ExportWithAsync(registry);
        var model = mlflow.Models["helpdesk"];
        Assert.That((model.Aliases["production"], model.Versions.Count), Is.EqualTo(("1", 1)));
        Assert.That(model.Versions[0].ToJsonString(), Does.Contain("ft:mini:acme::1"));

        model.Aliases["theirs"] = "1";
        registry.Move("2");
        await ExportWithAsync(registry);
        await ExportWithAsync(registry);

        Assert.That((model.Aliases["production"], model.Aliases["theirs"], model.Versions.Count), Is.EqualTo(("2", "1", 2)));
    }

    [Test]
    public async Task An_alias_that_is_no_longer_ours_goes_there_too()
    {
        using var registry = new SomeRegistry();
        registry.Register("1");
        registry.Move("1");
        await ExportWithAsync(registry);
        mlflow.Models["helpdesk"].Aliases["canary"] = "1";
        mlflow.Models["helpdesk"].Tags["evalharness.aliases"] = "canary,production";

        await ExportWithAsync(registry);

        Assert.That(mlflow.Models["helpdesk"].Aliases.Keys, Is.EqualTo(new[] { "production" }));
    }

    [TestCase("ftp://somewhere")]
    [TestCase("http://ada:secret@127.0.0.1:5000")]
    [TestCase("databricks")]
    public async Task An_address_that_is_none_is_refused_without_repeating_it(string uri)
    {
        var result = await cli.OnRunAsync("mlflow", "--tracking-uri", uri);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(result.Error, Does.StartWith("error: --tracking-uri: ").And.Not.Contain("secret"));
    }

    private Task<CliResult> ExportAsync(params string[] more) => cli.OnRunAsync("mlflow", ["--tracking-uri", mlflow.Url, .. more]);

    private async Task ExportWithAsync(SomeRegistry registry)
    {
        var there = CheckpointRegistry.FileBeside(cli.Folder.FullPath);
        Directory.CreateDirectory(Path.GetDirectoryName(there)!);
        File.Copy(registry.File, there, overwrite: true);
        var result = await ExportAsync("--no-artifacts");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    private static void Set(params (string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
            Environment.SetEnvironmentVariable(name, value);
    }
}
