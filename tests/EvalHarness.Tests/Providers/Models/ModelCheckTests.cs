using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Tests.Providers.Models;

internal sealed class ModelCheckTests
{
    private static readonly ModelOptions Model = new() { Endpoint = "mine", Name = "m1" };
    private static readonly EndpointOptions Local = new() { Provider = "openai", Url = "http://127.0.0.1:1/v1" };

    [Test]
    public void A_local_server_and_a_model_are_enough()
    {
        Assert.That(Problem(Model, Local), Is.Null);
    }

    [Test]
    public void A_missing_name_is_found()
    {
        Assert.That($"{Problem(Model with { Name = null }, Local)}", Is.EqualTo("pipeline 'p': the model has no name. Write name: as its provider calls it; on Azure the deployment."));
    }

    [Test]
    public void A_variable_that_is_not_set_is_named_and_how_to_set_it()
    {
        var problem = Problem(Model, Local with { KeyEnv = "EVALHARNESS_TEST_UNSET" });

        Assert.That($"{problem}", Is.EqualTo("endpoint 'mine': the environment variable EVALHARNESS_TEST_UNSET is not set. Put the key in it: export EVALHARNESS_TEST_UNSET=…"));
    }

    [Test]
    public void A_variable_in_a_header_is_looked_for_too()
    {
        var problem = Problem(Model, Local with { Headers = new Dictionary<string, string> { ["X-Team"] = "${EVALHARNESS_TEST_UNSET_TEAM}" } });

        Assert.That(problem!.Found, Does.Contain("EVALHARNESS_TEST_UNSET_TEAM"));
    }

    [TestCase("localhost:8000/v1")]
    [TestCase("models.example.com")]
    [TestCase("ftp://models.example.com")]
    public void An_address_that_is_not_HTTP_is_found(string url)
    {
        Assert.That(Problem(Model, Local with { Url = url })!.Found, Is.EqualTo($"url: '{url}' is not an HTTP address"));
    }

    [Test]
    public void A_provider_of_its_own_address_needs_a_key()
    {
        Assert.That(Problem(Model, new EndpointOptions { Provider = "openai" })!.Mend, Does.Contain("key_env: OPENAI_API_KEY"));
    }

    [Test]
    public void A_checkpoint_is_asked_under_the_name_that_the_registry_found_for_it()
    {
        Assert.That(Problem(Model with { Checkpoint = "helpdesk@1" }, Local), Is.Null);
        Assert.That(Problem(Model with { Checkpoint = "helpdesk@1", Name = null }, Local)!.Found, Does.Contain("no name"));
    }

    [Test]
    public void Unknown_words_are_answered_with_the_known_ones()
    {
        Assert.That($"{Problem(Model with { MaxTokensField = "max" }, Local)}", Does.EndWith("there is no max_tokens_field 'max'. Known: max_completion_tokens, max_tokens."));
        Assert.That($"{Problem(Model with { ResponseFormat = "yaml" }, Local)}", Does.EndWith("there is no response_format 'yaml'. Known: none, json_object, json_schema."));
    }

    [Test]
    public void A_model_without_an_endpoint_is_found()
    {
        Assert.That(Provider().Check(new ModelSource(Model, "/", Endpoint: null), "pipeline 'p'")!.Found, Is.EqualTo("the model names no endpoint"));
    }

    [Test]
    public void Connecting_with_a_problem_throws_it()
    {
        Assert.That(() => Provider().ConnectAsync(new ModelSource(Model with { Name = "" }, "/", new NamedEndpoint("mine", Local)), CancellationToken.None), Throws.TypeOf<InputException>());
    }

    private static InputProblem? Problem(ModelOptions model, EndpointOptions endpoint) =>
        Provider().Check(new ModelSource(model, "/", new NamedEndpoint("mine", endpoint)), "pipeline 'p'");

    private static IModelProvider Provider() => EndpointModelProvider.All(new EndpointRegistry(TimeProvider.System), (client, _) => client)[0];
}
