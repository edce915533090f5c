using System.Globalization;
using System.Net.Http.Headers;

namespace EvalHarness.Providers.Endpoints;

/// <summary>How long a reply asks to wait: <c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <remarks>A date counts from the server's own <c>Date</c> where it sends one, so that a wrong clock on either side does no harm.</remarks>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Number(headers, "retry-after-ms") is { } milliseconds)
            return Wait(milliseconds / 1000);
        if (Number(headers, "Retry-After") is { } seconds)
            return Wait(seconds);
        return headers.RetryAfter?.Date is { } date ? Wait((date - (headers.Date ?? now)).TotalSeconds) : null;
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    // A day: what is longer is capped by the options in any case.
    private static TimeSpan Wait(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86400));
}
