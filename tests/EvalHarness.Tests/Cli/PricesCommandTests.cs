namespace EvalHarness.Tests.Cli;

internal sealed class PricesCommandTests
{
    private const string Json =
        """
        {"sample_spec": {}, "gpt-4o-mini": {"mode": "chat", "input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-07}, "dall-e-2": {"mode": "image_generation", "input_cost_per_pixel": 1.9e-08},
         "other": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06}}
        """;

    private CommandLine command = null!;

    [SetUp]
    public void SetUp()
    {
        command = new CommandLine();
        command.Folder.Write("litellm.json", Json);
    }

    [TearDown]
    public void TearDown() => command.Dispose();

    [Test]
    public async Task A_table_is_written_with_date_source_and_hash_and_what_is_left_out_is_told()
    {
        var result = await ImportAsync("--date", "2026-11-23");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(await File.ReadAllTextAsync(command.Folder["prices.yaml"]), Does.Contain("date: 2026-11-23\nsource: \"LiteLLM, litellm.json\"\nimported_hash: \"").And.Contain("\"gpt-4o-mini\": { input: 0.15, output: 0.6 }\n"));
        Assert.That(result.Output, Does.Contain("2 models, prices of 2026-11-23").And.Contain("left out: input_cost_per_pixel has no place in a price table: 1 model: dall-e-2"));
    }

    [Test]
    public async Task Only_the_models_asked_for_are_taken_over()
    {
        var result = await ImportAsync("--models", "other", "--format", "json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("\"models\":[\"other\"],\"left\":[]"));
    }

    [Test]
    public async Task A_table_that_people_wrote_is_not_written_over()
    {
        command.Folder.Write("prices.yaml", "date: 2026-01-01\n");

        var result = await ImportAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("not written by an import").And.Contain("--out"));
        Assert.That(await File.ReadAllTextAsync(command.Folder["prices.yaml"]), Is.EqualTo("date: 2026-01-01\n"));
    }

    [Test]
    public async Task A_second_import_takes_the_place_of_the_first()
    {
        await ImportAsync("--models", "other");

        Assert.That((await ImportAsync()).ExitCode, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(command.Folder["prices.yaml"]), Does.Contain("gpt-4o-mini"));
    }

    [Test]
    public async Task A_day_that_is_none_is_refused()
    {
        var result = await ImportAsync("--date", "23.11.2026");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("2026-11-23"));
    }

    private Task<CliResult> ImportAsync(params string[] more) => command.RunAsync(["prices", "import", command.Folder["litellm.json"], "--out", command.Folder["prices.yaml"], .. more]);
}
