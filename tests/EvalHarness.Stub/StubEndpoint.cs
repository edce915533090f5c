using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Stub.Apis;
using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>Takes the requests of one API: key, limit, model, fault, answer, in this order.</summary>
internal sealed class StubEndpoint(IStubApi api, StubOptions options, StubLedger ledger)
{
    public async Task HandleAsync(HttpContext http)
    {
        var received = await ledger.ReceiveAsync(http, options.Time);
        var outcome = StubOutcome.Gone;
        try
        {
            foreach (var (name, value) in options.Headers)
                http.Response.Headers[name] = value;
            outcome = await HandleAsync(http, received);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client has left.
        }
        finally
        {
            ledger.Ended(received.Path, outcome);
        }
    }

    private async Task<StubOutcome> HandleAsync(HttpContext http, StubReceived received)
    {
        var body = Parse(received.Body);
        var request = api.Read(http.Request, body ?? []);
        var exchange = new StubExchange(http, options, change => AnswerAsync(request, change, http.RequestAborted), api.Error);
        if (body is null)
            return await RefuseAsync(exchange, 400, "The body is no JSON object.");
        if (options.Key is { } key && !StubKey.In(http.Request).Contains(key, StringComparer.Ordinal))
            return await RefuseAsync(exchange, 401, null);
        if (options.Limit is { } limit && !limit.TryTake())
            return await RefuseOverLimitAsync(exchange, limit.RetryAfter);
        if (options.Models?.Contains(request.Model) == false)
            return await RefuseAsync(exchange, 404, $"The model `{request.Model}` does not exist or you do not have access to it.");
        return options.Faults.For(received, request) is { } fault ? await fault.ApplyAsync(exchange) : await exchange.ReplyAsync();
    }

    private async Task<StubAnswered> AnswerAsync(StubRequest request, Func<StubReply, StubReply> change, CancellationToken cancellationToken)
    {
        if (options.Delay > TimeSpan.Zero)
            await Task.Delay(options.Delay, options.Time, cancellationToken);
        var reply = change(await api.AnswerAsync(request, options.Answerer, cancellationToken)).Counted(request);
        return new StubAnswered(reply, api.Write(request, reply));
    }

    private static async Task<StubOutcome> RefuseAsync(StubExchange exchange, int status, string? message)
    {
        await exchange.SendAsync(exchange.Error(status, message));
        return StubOutcome.Of(status);
    }

    private static Task<StubOutcome> RefuseOverLimitAsync(StubExchange exchange, TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
            exchange.SetHeader("retry-after-ms", ((int)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        return RefuseAsync(exchange, 429, null);
    }

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
