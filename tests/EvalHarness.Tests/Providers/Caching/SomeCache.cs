using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Caching;

namespace EvalHarness.Tests.Providers.Caching;

/// <summary>Whose replies are cached, in tests.</summary>
internal static class SomeCache
{
    public static CachedModel Model(string name = "small", string url = "http://127.0.0.1:1/v1", ModelOptions? options = null)
    {
        var endpoint = new NamedEndpoint("main", new EndpointOptions { Provider = "openai", Url = url });
        return CachedModel.Of(new ModelSource((options ?? new ModelOptions()) with { Name = name }, "/x", endpoint), endpoint);
    }
}
