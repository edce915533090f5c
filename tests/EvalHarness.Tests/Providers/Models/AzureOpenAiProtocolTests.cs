using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Providers.Models;

internal sealed class AzureOpenAiProtocolTests
{
    [TestCase("", null, ExpectedResult = "/openai/v1/chat/completions")]
    [TestCase("/", null, ExpectedResult = "/openai/v1/chat/completions")]
    [TestCase("", "2024-10-21", ExpectedResult = "/openai/deployments/m1/chat/completions?api-version=2024-10-21")]
    [TestCase("/openai/v1/", "preview", ExpectedResult = "/openai/v1/chat/completions?api-version=preview")]
    [TestCase("/openai/deployments/mine", "2024-10-21", ExpectedResult = "/openai/deployments/mine/chat/completions?api-version=2024-10-21")]
    public async Task<string> A_resource_leads_to_its_deployment(string path, string? apiVersion)
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var endpoint = wire.Endpoint("azure-openai", path, o => o with { ApiVersion = apiVersion });

        await wire.AskAsync(wire.Source(endpoint: endpoint));

        return wire.Request.Target;
    }

    [Test]
    public async Task The_key_is_sent_as_api_key_and_not_as_authorization()
    {
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_AZURE_KEY", "k-azure");
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var endpoint = wire.Endpoint("azure-openai", "", o => o with { KeyEnv = "EVALHARNESS_TEST_AZURE_KEY" });

        await wire.AskAsync(wire.Source(endpoint: endpoint));

        Assert.That(wire.Request.Headers["api-key"], Is.EqualTo("k-azure"));
        Assert.That(wire.Request.Headers, Does.Not.ContainKey("Authorization"));
    }

    [Test]
    public async Task An_endpoint_without_a_url_is_told_what_one_looks_like()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var endpoint = new NamedEndpoint("mine", new EndpointOptions { Provider = "azure-openai", Headers = new Dictionary<string, string> { ["x"] = "y" } });

        var problem = wire.Provider("azure-openai").Check(wire.Source(endpoint: endpoint), "pipeline 'p'");

        Assert.That($"{problem}", Is.EqualTo("pipeline 'p', endpoint 'mine': there is no url. Write the resource's: https://<resource>.openai.azure.com."));
    }
}
