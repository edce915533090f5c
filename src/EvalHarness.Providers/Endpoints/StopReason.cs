using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Why an endpoint is not called any more, and what to mend.</summary>
internal static class StopReason
{
    public static string For(EndpointOptions options, HardFault fault, Failure failure, CallIntent intent, int inARow)
    {
        var (found, mend) = Told(options, fault, failure, intent);
        return $"{found} ({StatusTitle.Of(failure.Status)}: {failure.Reason}{Times(inARow)}). {mend}";
    }

    /// <summary>What to mend; absent when the failure is none that somebody must mend.</summary>
    public static string? Mend(EndpointOptions options, Failure failure, CallIntent intent) =>
        failure.Hard is { } fault ? Told(options, fault, failure, intent).Mend : null;

    private static (string Found, string Mend) Told(EndpointOptions options, HardFault fault, Failure failure, CallIntent intent)
    {
        var (place, asked) = (Place(options, failure), Asked(intent));
        return fault switch
        {
            HardFault.Key when options.KeyEnv is { } key => ($"it refuses the key in {key}", $"Check that {key} holds a valid key, and that the key may use {asked}."),
            HardFault.Key => ("it asks for a key and has none", "Name the environment variable that holds the key as key_env."),
            HardFault.Credit => ("the account has nothing left to spend", "Check its plan and its billing."),
            HardFault.Place => ($"{place} does not know {(IsService(intent) ? "the path" : $"the path or {asked}")}", IsService(intent) ? "Check the url." : $"Check the endpoint's url{Version(options)} and the pipeline's model."),
            HardFault.Host => ($"the host of {place} is unknown", "Check the endpoint's url, and the network."),
            HardFault.Server => ($"nothing answers at {place}", "Start the server, or check the endpoint's url."),
            HardFault.Certificate when !failure.Reason.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
                ($"no TLS connection to {place} comes about", "Write http:// where the server speaks without TLS."),
            _ => ($"the certificate of {place} is not trusted", "Check the endpoint's url, or install its certificate authority."),
        };
    }

    private static string Times(int inARow) => inARow == 1 ? "" : $"; {inARow} calls in a row";

    // The commonest mistake with servers that speak OpenAI's protocol.
    private static string Version(EndpointOptions options) =>
        options.Provider == "openai" && Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.AbsolutePath == "/" ? " (most such servers are called at …/v1)" : "";

    private static string Asked(CallIntent intent) => IsService(intent) ? "the service" : intent.Target is { } model ? $"the model {model}" : "the model";

    private static bool IsService(CallIntent intent) => intent.Kind == "service";

    private static string Place(EndpointOptions options, Failure failure) =>
        failure.Address ?? (Uri.TryCreate(options.Url, UriKind.Absolute, out var url) ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "its address");
}
