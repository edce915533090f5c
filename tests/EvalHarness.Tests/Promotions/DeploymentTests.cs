using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Providers.Deployments;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Promotions;

/// <summary>Programs that are really started and a server that really answers.</summary>
internal sealed class DeploymentTests
{
    private readonly List<string> served = ["ft:mini:acme::1"];
    private PromotionCase given = null!;
    private HttpHookCalls calls = null!;

    [SetUp]
    public void Set_up()
    {
        given = new PromotionCase();
        calls = new HttpHookCalls(new EnvironmentText(name => name == "DEPLOY_TOKEN" ? "token-12345" : null), TimeProvider.System);
        served.Clear();
        served.Add("ft:mini:acme::1");
    }

    [TearDown]
    public void Tear_down()
    {
        calls.Dispose();
        given.Dispose();
    }

    [Test]
    public async Task A_webhook_is_told_and_the_server_confirms()
    {
        await using var stub = await StartAsync(Deploys);
        Use($"{{ on_promote: {{ webhook: {{ url: {stub.Url}/hooks/deploy, headers: {{ authorization: \"Bearer ${{DEPLOY_TOKEN}}\" }} }} }}, serves: {{ url: {stub.Url}/v1/models, wait_seconds: 0 }} }}");

        var result = await given.PromoteAsync();

        Assert.That(result.IsGood, Is.True, result.Confirmation?.Why);
        Assert.That(result.Confirmation, Has.Property("Confirmed").True.And.Property("Served").EqualTo(new[] { "ft:mini:acme::2" }));
        Assert.That(given.Production!.NotConfirmed, Is.Null);
        var told = stub.Received.Single(r => r.Path == "/hooks/deploy");
        Assert.That(told.Headers["authorization"], Is.EqualTo("Bearer token-12345"));
        Assert.That(InputSchemas.Named("hook").Validate(JsonDocument.Parse(told.Body).RootElement), Is.Empty);
        Assert.That(JsonDocument.Parse(told.Body).RootElement.GetProperty("registry").GetProperty("hash").GetString(), Is.EqualTo(result.Entry!.Hash));
    }

    [Test]
    public async Task A_server_that_goes_on_serving_the_old_one_leaves_the_move_unconfirmed()
    {
        await using var stub = await StartAsync(_ => 200);
        Use($"{{ on_promote: {{ webhook: {{ url: {stub.Url}/hooks/deploy }} }}, serves: {{ url: {stub.Url}/v1/models, wait_seconds: 0 }} }}");

        var result = await given.PromoteAsync();

        Assert.That(result.IsGood, Is.False);
        Assert.That(given.Production!.Checkpoint, Is.EqualTo("helpdesk@2"));
        Assert.That(given.Production.NotConfirmed, Does.Contain("serves ft:mini:acme::1, not ft:mini:acme::2"));
    }

    [Test]
    public async Task What_was_not_confirmed_is_told_again_by_the_same_promotion()
    {
        var status = 503;
        await using var stub = await StartAsync(body => status == 503 ? 503 : Deploys(body));
        Use($"{{ on_promote: {{ webhook: {{ url: {stub.Url}/hooks/deploy }} }}, serves: {{ url: {stub.Url}/v1/models, wait_seconds: 0 }} }}");
        var failed = await given.PromoteAsync();
        status = 200;

        var again = await given.PromoteAsync();

        Assert.That(failed.Confirmation, Has.Property("Confirmed").False.And.Property("Why").Contains("replied 503"));
        Assert.That(again, Has.Property("WasThere").True.And.Property("IsGood").True);
        Assert.That(given.Production!.NotConfirmed, Is.Null);
    }

    [Test]
    public async Task A_deployment_that_takes_its_time_is_asked_again()
    {
        await using var stub = await StartAsync(body =>
        {
            _ = Task.Delay(300).ContinueWith(_ => Deploys(body), TaskScheduler.Default);
            return 202;
        });
        Use($"{{ on_promote: {{ webhook: {{ url: {stub.Url}/hooks/deploy }} }}, serves: {{ url: {stub.Url}/v1/models, wait_seconds: 20 }} }}");

        Assert.That((await given.PromoteAsync()).IsGood, Is.True);
    }

    [Test]
    public async Task A_rollback_tells_its_own_hook()
    {
        await using var stub = await StartAsync(Deploys);
        Use($"{{ on_rollback: {{ webhook: {{ url: {stub.Url}/hooks/back }} }}, serves: {{ url: {stub.Url}/v1/models, path: \"$..id\", wait_seconds: 0 }} }}");
        served[0] = "ft:mini:acme::2";
        await given.PromoteAsync();

        var result = await given.RollBackAsync("alarm");

        Assert.That(result.IsGood, Is.True, result.Confirmation?.Why);
        var body = JsonDocument.Parse(stub.Received.Single(r => r.Path == "/hooks/back").Body).RootElement;
        Assert.That((body.GetProperty("event").GetString(), body.GetProperty("from").GetString(), body.GetProperty("reason").GetString()), Is.EqualTo(("rollback", "helpdesk@2", "alarm")));
    }

    [TestCase("/nothing", "does not say what it serves: it replied 404")]
    [TestCase(":1/v1/models", "does not say what it serves")]
    public async Task A_server_that_does_not_answer_leaves_the_move_unconfirmed(string path, string why)
    {
        await using var stub = await StartAsync(Deploys);
        Use($"{{ serves: {{ url: \"{(path[0] == ':' ? "http://127.0.0.1" : stub.Url)}{path}\", wait_seconds: 0 }} }}");

        Assert.That((await given.PromoteAsync()).Confirmation!.Why, Does.Contain(why));
    }

    [Test]
    public async Task A_webhook_that_hangs_is_given_up_and_the_token_is_never_shown()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Delay = TimeSpan.FromSeconds(30) });
        Use($"{{ on_promote: {{ webhook: {{ url: {stub.Url}/hooks/deploy, headers: {{ x-token: \"${{DEPLOY_TOKEN}}\" }} }}, timeout_seconds: 0.3 }} }}");

        var result = await given.PromoteAsync();

        Assert.That(result.Confirmation!.Why, Does.Contain("no reply within 0.3 s"));
        Assert.That(File.ReadAllText(given.Some.File), Does.Not.Contain("token-12345"));
    }

    [Test]
    public async Task A_program_gets_the_body_on_standard_input()
    {
        Use("{ on_promote: { command: [sh, -c, \"cat > told.json; test $STAGE = eu\"], environment: { STAGE: eu } } }", allowed: true);

        var result = await given.PromoteAsync();

        Assert.That(result.Confirmation, Has.Property("Confirmed").True.And.Property("Hook").EqualTo("sh succeeded"));
        Assert.That(InputSchemas.Named("hook").Validate(JsonDocument.Parse(given.Some.Folder.Text("checkpoints/told.json")).RootElement), Is.Empty);
    }

    [TestCase("[sh, -c, \"echo no room >&2; exit 3\"]", 60, "sh ended with exit code 3. Its last words on stderr: no room")]
    [TestCase("[sh, -c, \"sleep 30\"]", 0.3, "sh took longer than 0.3 s (timeout_seconds) and was ended")]
    [TestCase("[sh, -c, \"exec <&-; exit 0\"]", 60, "sh succeeded")]
    public async Task A_program_ends_as_it_does(string command, double timeout, string said)
    {
        Use(FormattableString.Invariant($"{{ on_promote: {{ command: {command}, timeout_seconds: {timeout} }} }}"), allowed: true);

        Assert.That((await given.PromoteAsync()).Confirmation!.Hook, Is.EqualTo(said));
    }

    [TestCase("{ on_promote: { command: [./deploy.sh] } }", false, "which needs --allow-plugins")]
    [TestCase("{ on_promote: { command: [./deploy.sh] } }", true, "there is no program './deploy.sh'")]
    [TestCase("{ on_promote: { webhook: { url: https://x.example.com/, headers: { a: \"${NOT_SET}\" } } } }", true, "NOT_SET is not set")]
    [TestCase("{ serves: { url: https://x.example.com/, key_env: NOT_SET } }", true, "NOT_SET is not set")]
    [TestCase("{ serves: { url: https://x.example.com/, path: \"$.data[\" } }", true, "is no JSON path")]
    public void What_is_wrong_with_hooks_is_found_before_anything_moves(string hooks, bool allowed, string found)
    {
        Assert.That(() => Use(hooks, allowed), Throws.TypeOf<InputException>().With.Message.Contains(found));
    }

    [TestCase("{ on_promote: { command: [x], webhook: { url: https://x.example.com/ } } }")]
    [TestCase("{ on_promote: { timeout_seconds: 5 } }")]
    [TestCase("{ on_promotion: { command: [x] } }")]
    [TestCase("{ serves: { url: ftp://x.example.com/ } }")]
    public void A_hooks_file_must_meet_its_schema(string hooks)
    {
        Assert.That(() => Use(hooks, allowed: true), Throws.TypeOf<InputException>().With.Message.Contains("hooks.yaml"));
    }

    [Test]
    public async Task Another_alias_has_no_hooks()
    {
        Use("{ on_promote: { command: [sh, -c, \"exit 1\"] } }", allowed: true);

        var result = await given.PromoteAsync(alias: "candidate");

        Assert.That(result.Confirmation, Is.Null);
        Assert.That(given.Some.Read().Aliases["candidate"].NotConfirmed, Is.Null);
    }

    [Test]
    public void A_command_that_is_stopped_in_its_hook_leaves_the_move_unconfirmed()
    {
        Use("{ on_promote: { command: [sh, -c, \"sleep 30\"] } }", allowed: true);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var writer = given.Some.Open();
        var mover = new AliasMover(writer, given.Deployment, given.Some.Time);
        var request = new PromotionRequest { Checkpoint = writer.Registry.Find("helpdesk@2", "x"), Alias = "production", Override = "test" };

        Assert.That(() => mover.PromoteAsync(request, soon.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(given.Production, Has.Property("Checkpoint").EqualTo("helpdesk@2").And.Property("NotConfirmed").Contains("ended before its hook did"));
    }

    private Task<StubServer> StartAsync(Func<string, int> hook) => StubServer.StartAsync(new StubOptions { Models = served, Hook = hook });

    private int Deploys(string body)
    {
        served[0] = JsonDocument.Parse(body).RootElement.GetProperty("served_name").GetString()!;
        return 200;
    }

    private void Use(string production, bool allowed = false)
    {
        var file = given.Some.Folder.Write("checkpoints/hooks.yaml", $"aliases:\n  production: {production}\n");
        given.Deployment = new Deployment(Hooks.Read(file), new HookPrograms(Path.GetDirectoryName(file)!, allowed, TimeProvider.System), calls, TimeProvider.System);
        given.Deployment.Check("production");
    }
}
