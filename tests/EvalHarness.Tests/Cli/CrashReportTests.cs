using EvalHarness.Cli;
using EvalHarness.Tests.Wire;

namespace EvalHarness.Tests.Cli;

/// <summary>What a bug leaves behind. The variables are the process's: not beside other tests.</summary>
[NonParallelizable]
internal sealed class CrashReportTests
{
    private const string ByName = "EVALHARNESS_TEST_CRASH_TOKEN";
    private const string Store = "EVALHARNESS_TEST_CRASH_STORE";

    private CommandLine cli = null!;

    [SetUp]
    public void Plant()
    {
        cli = new CommandLine();
        foreach (var (name, value) in PlantedSecrets.Environment)
            Environment.SetEnvironmentVariable(name, value);
        Environment.SetEnvironmentVariable(ByName, "named-like-one");
        Environment.SetEnvironmentVariable(Store, "Host=db;Username=me;Password=connects-by-it");
    }

    [TearDown]
    public void Forget()
    {
        foreach (var name in PlantedSecrets.Environment.Keys.Append(ByName).Append(Store))
            Environment.SetEnvironmentVariable(name, null);
        cli.Dispose();
    }

    [Test]
    public async Task A_crash_report_holds_no_secret_of_the_environment()
    {
        cli.Folder.Write("named.yaml", $$"""{ headers: { X-Tenant: "${{{PlantedSecrets.HeaderVariable}}}" }, connection_env: {{Store}} }""");
        var said = $"sent {PlantedSecrets.Header}, {PlantedSecrets.Pipeline}, {PlantedSecrets.Key}, named-like-one, connects-by-it";

        var (error, report) = await CrashAsync(said, "validate", cli.Experiment, cli.Folder["named.yaml"], PlantedSecrets.Key, $"endpoints.here.key_env={PlantedSecrets.PipelineVariable}");

        Assert.That(report, Does.Contain("evalharness validate").And.Contain("sent ***, ***, ***, ***, ***").And.Contain("InvalidOperationException"));
        Assert.That(error, Does.Contain("This is a bug in evalharness: sent ***, ***"));
        Assert.That(PlantedSecrets.In(report + error), Is.Empty);
    }

    private async Task<(string Error, string Report)> CrashAsync(string message, params string[] arguments)
    {
        var crash = new CrashReport(new InvalidOperationException(message), arguments);
        var file = crash.Write(TimeProvider.System);
        var report = await File.ReadAllTextAsync(file);
        File.Delete(file);
        return ($"This is a bug in evalharness: {crash.Message}", report);
    }
}
