using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Why an endpoint is not called any more, and what to mend.</summary>
internal static class StopReason
{
    public static string For(EndpointOptions options, HardFault fault, Failure failure, string? model, int inARow)
    {
        var (found, mend) = Told(options, fault, failure, model);
        return $"{found} ({StatusTitle.Of(failure.Status)}: {failure.Reason}; {Times(inARow)}). {mend}";
    }

    /// <summary>What to mend; absent when the failure is none that somebody must mend.</summary>
    public static string? Mend(EndpointOptions options, Failure failure, string? model) =>
        failure.Hard is { } fault ? Told(options, fault, failure, model).Mend : null;

    private static (string Found, string Mend) Told(EndpointOptions options, HardFault fault, Failure failure, string? model)
    {
        var place = Place(options, failure);
        return fault switch
        {
            HardFault.Key when options.KeyEnv is { } key => ($"it refuses the key in {key}", $"Check that {key} holds a valid key, and that the key may use {Named(model)}."),
            HardFault.Key => ("it asks for a key and has none", "Name the environment variable that holds the key as key_env."),
            HardFault.Credit => ("the account has nothing left to spend", "Check its plan and its billing."),
            HardFault.Place => ($"{place} does not know the path or {Named(model)}", "Check the endpoint's url and the pipeline's model."),
            HardFault.Host => ($"the host of {place} is unknown", "Check the endpoint's url, and the network."),
            HardFault.Server => ($"nothing answers at {place}", "Start the server, or check the endpoint's url."),
            _ => ($"the certificate of {place} is not trusted", "Check the endpoint's url, or install its certificate authority."),
        };
    }

    private static string Times(int inARow) => inARow == 1 ? "once is enough" : $"{inARow} calls in a row";

    private static string Named(string? model) => model is null ? "the model" : $"the model {model}";

    private static string Place(EndpointOptions options, Failure failure) =>
        failure.Address ?? (Uri.TryCreate(options.Url, UriKind.Absolute, out var url) ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "its address");
}
