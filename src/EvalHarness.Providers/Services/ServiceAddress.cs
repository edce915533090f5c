using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Services;

/// <summary>Where a service is called: its URL, and the endpoint whose limits and key count.</summary>
internal sealed record ServiceAddress(string Url, NamedEndpoint Endpoint)
{
    /// <summary>Absent when the endpoint is not there, or the URL is neither absolute nor below its endpoint's.</summary>
    public static ServiceAddress? Find(HttpSettings settings, PipelineSpec spec)
    {
        if (settings.Endpoint is not { } name)
            return Absolute(settings.Url) is { } alone ? new ServiceAddress(settings.Url, Implicit(alone)) : null;
        if (NamedEndpoint.Find(name, spec.Endpoints) is not { } named)
            return null;
        if (Absolute(settings.Url) is { } own)
            return named.Options.Url is null || IsSameServer(own, named.Options.Url) ? new ServiceAddress(settings.Url, named) : null;
        return named.Options.Url is { } root ? new ServiceAddress($"{root.TrimEnd('/')}/{settings.Url.TrimStart('/')}", named) : null;
    }

    private static Uri? Absolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;

    // The endpoint's key goes nowhere else.
    private static bool IsSameServer(Uri own, string root) =>
        Absolute(root) is { } known && own.GetLeftPart(UriPartial.Authority) == known.GetLeftPart(UriPartial.Authority);

    private static NamedEndpoint Implicit(Uri uri) =>
        new(uri.GetLeftPart(UriPartial.Authority), new EndpointOptions { Provider = HttpPipelineFactory.HttpKind });
}
