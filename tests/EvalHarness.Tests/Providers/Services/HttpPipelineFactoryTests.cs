using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Services;

namespace EvalHarness.Tests.Providers.Services;

public class HttpPipelineFactoryTests
{
    private const string Settings = """{ "kind": "http", "version": "1", "url": "http://127.0.0.1:9/answer", "headers": { "X-Key": "${RAG_KEY}" }, "body": { "q": "{question}" }, "reply": { "answer": "$.answer" } }""";

    [Test]
    public void Settings_that_are_right_pass_without_a_call()
    {
        Assert.That(() => Check(Settings), Throws.Nothing);
    }

    [TestCase("${RAG_KEY}", "${RAG_KYE}", "headers.X-Key: the environment variable RAG_KYE is not set. Set it, or take ${RAG_KYE} out.")]
    [TestCase("${RAG_KEY}", "${BROKEN}", "headers.X-Key: the value has a line break or another control character in it.")]
    [TestCase("$.answer", "$.answer[", "reply.answer: '$.answer[' is no JSON path (")]
    [TestCase("\"answer\": \"$.answer\"", "\"answer\": \"a\", \"stages\": { \"search\": \"$[?(\" }", "reply.stages.search: '$[?(' is no JSON path (")]
    [TestCase("\"answer\": \"$.answer\"", "", "reply.answer: it is missing. Write the JSON path of the answer")]
    [TestCase("{question}", "{qestion}", "body: there is no placeholder {qestion}. Known: {question}, {messages}, {context.name}, {schema}, {repeat}. To send it as it stands write {{qestion}}.")]
    [TestCase("\"url\": \"http://127.0.0.1:9/answer\"", "\"url\": \"/answer\"", "url: '/answer' cannot be called. Write an absolute http or https URL, or name an endpoint.")]
    [TestCase("\"url\": \"http:", "\"url\": \"file:", "url: 'file://127.0.0.1:9/answer' cannot be called.")]
    [TestCase("\"version\"", "\"endpoint\": \"serch\", \"version\"", "endpoint: there is no endpoint 'serch'. Did you mean 'search'? Write it under endpoints:")]
    [TestCase("\"version\"", "\"endpoint\": \"gpt\", \"version\"", "endpoint: endpoint 'gpt' speaks openai. A service needs")]
    [TestCase("\"version\"", "\"endpoint\": \"search\", \"version\"", "url: 'http://127.0.0.1:9/answer' cannot be called. Write a path below the URL of endpoint 'search', or an absolute URL of the same server: its key is sent nowhere else.")]
    [TestCase("\"version\"", "\"endpoint\": \"locked\", \"version\"", "endpoint: the environment variable NO_KEY is not set. Set it to the key of endpoint 'locked'.")]
    [TestCase("\"version\"", "\"method\": \"GET\", \"version\"", "body: a GET with a body.")]
    [TestCase("\"body\": { \"q\": \"{question}\" }, ", "", "body: a POST without a body.")]
    public void A_mistake_says_where_what_and_how_to_mend_it(string right, string wrong, string message)
    {
        Assert.That(() => Check(Settings.Replace(right, wrong, StringComparison.Ordinal)), Throws.TypeOf<InputException>().With.Message.StartsWith($"pipeline 'rag': {message}"));
    }

    [Test]
    public void The_value_of_a_broken_variable_is_not_shown()
    {
        Assert.That(() => Check(Settings.Replace("${RAG_KEY}", "${BROKEN}", StringComparison.Ordinal)), Throws.TypeOf<InputException>().With.Message.Not.Contains("s3cret"));
    }

    [Test]
    public void Another_version_or_another_place_is_another_pipeline()
    {
        var here = Spec("""{ "kind": "http", "version": "1", "endpoint": "search", "url": "answer", "body": {}, "reply": { "answer": "a" } }""");
        var there = here with { Endpoints = new Dictionary<string, EndpointOptions> { ["search"] = new() { Provider = "http", Url = "http://127.0.0.1:10/" } } };
        var changed = Spec(here.Settings.ToJsonString().Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        using var endpoints = new EndpointRegistry(TimeProvider.System);
        var factory = Factory(endpoints);

        var identities = new[] { here, there, changed }.WithContentHashes([factory]).Select(s => s.Identity);

        Assert.That(identities, Is.Unique);
    }

    [Test]
    public void A_secret_is_not_in_the_identity()
    {
        using var endpoints = new EndpointRegistry(TimeProvider.System);

        var one = new[] { Spec(Settings) }.WithContentHashes([Factory(endpoints)])[0].Identity;
        var other = new[] { Spec(Settings) }.WithContentHashes([new HttpPipelineFactory(endpoints, new EnvironmentText(_ => "another"))])[0].Identity;

        Assert.That(one, Is.EqualTo(other));
    }

    private static void Check(string settings)
    {
        using var endpoints = new EndpointRegistry(TimeProvider.System);
        Factory(endpoints).Check(Spec(settings));
    }

    private static HttpPipelineFactory Factory(EndpointRegistry endpoints) =>
        new(endpoints, new EnvironmentText(new Dictionary<string, string> { ["RAG_KEY"] = "s3cret-key", ["BROKEN"] = "s3cret\nkey" }.GetValueOrDefault));

    private static PipelineSpec Spec(string settings) => new("rag", "http", "/", JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>())
    {
        Endpoints = new Dictionary<string, EndpointOptions>
        {
            ["search"] = new() { Provider = "http", Url = "http://127.0.0.1:9999/" },
            ["gpt"] = new() { Provider = "openai" },
            ["locked"] = new() { Provider = "http", KeyEnv = "NO_KEY" },
        },
    };
}
