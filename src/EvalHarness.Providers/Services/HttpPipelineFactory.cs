using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Services;

/// <summary>Builds pipelines that ask a service of the user's over HTTP.</summary>
public sealed class HttpPipelineFactory(EndpointRegistry endpoints, EnvironmentText environment) : IPipelineFactory
{
    public const string HttpKind = "http";

    public HttpPipelineFactory(EndpointRegistry endpoints)
        : this(endpoints, EnvironmentText.Own)
    {
    }

    public string Kind => HttpKind;

    public void Check(PipelineSpec spec) => new HttpSettingsCheck(Settings(spec), spec, environment).ThrowIfWrong();

    /// <summary>Where the service is and what it is sent; what it does is known by the version that the settings declare.</summary>
    public IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["endpoint"] = Address(spec).Endpoint.ContentHash };

    public Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken)
    {
        Check(spec);
        var settings = Settings(spec);
        var address = Address(spec);
        return Task.FromResult<IPipeline>(new HttpPipeline(settings, endpoints.Get(address.Endpoint), new ServiceRequest(settings, address, environment)));
    }

    private static HttpSettings Settings(PipelineSpec spec) => spec.Settings.Deserialize<HttpSettings>(InputJson.Options)!;

    private ServiceAddress Address(PipelineSpec spec)
    {
        if (ServiceAddress.Find(Settings(spec), spec) is { } address)
            return address;
        Check(spec);
        throw new InvalidOperationException($"The check of pipeline '{spec.Name}' passes over an address that it should refuse.");
    }
}
