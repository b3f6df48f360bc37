using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Cli.Tests.Bench.FaultWall;

public sealed class WallServerTests(WallFixture wall) : IClassFixture<WallFixture>
{
    private const string EndOfChunks = "\r\n0\r\n\r\n";

    [Fact]
    public async Task HealthyStream_HasRoleSixtyWordsFinishUsageAndMarker()
    {
        wall.Begin("S01");

        string[] events = EventsOf(await wall.ReadAsync(WallFixture.Body(WallModels.Backup)));

        events.Length.ShouldBe(64);
        events[0].ShouldContain("\"delta\":{\"role\":\"assistant\",\"content\":\"\"}");
        TextOf(events[1..61]).ShouldBe(WallFixture.Set.Answer);
        events[61].ShouldContain("\"delta\":{},\"finish_reason\":\"stop\"");
        events[62].ShouldContain("\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":60,\"total_tokens\":67}");
        events[63].ShouldBe("[DONE]");
    }

    [Fact]
    public async Task PlainReply_HasAnswerModelFinishAndUsage()
    {
        wall.Begin("S01");

        using JsonDocument json = JsonDocument.Parse(await wall.ReadAsync(WallFixture.Body(WallModels.Backup, stream: false)));

        json.RootElement.GetProperty("model").GetString().ShouldBe(WallModels.Backup);
        json.RootElement.GetProperty("usage").GetProperty("total_tokens").GetInt32().ShouldBe(67);
        JsonElement choice = json.RootElement.GetProperty("choices")[0];
        choice.GetProperty("finish_reason").GetString().ShouldBe("stop");
        choice.GetProperty("message").GetProperty("content").GetString().ShouldBe(WallFixture.Set.Answer);
    }

    [Fact]
    public async Task BegunAnswer_GetsOnlyTheRest()
    {
        wall.Begin("S08");

        string[] events = EventsOf(await wall.ReadAsync(WallFixture.Body(WallModels.Backup, prefill: "At dusk the keeper")));

        TextOf(events[1..57]).ShouldBe(WallFixture.Set.Answer["At dusk the keeper".Length..]);
        events.Length.ShouldBe(60);
    }

    [Fact]
    public async Task TextThatIsNoBeginningOfTheAnswer_GetsTheWholeAnswer()
    {
        wall.Begin("S08");

        TextOf(EventsOf(await wall.ReadAsync(WallFixture.Body(WallModels.Backup, prefill: "Something else")))[1..61]).ShouldBe(WallFixture.Set.Answer);
    }

    [Fact]
    public async Task RateLimit_IsPlayedOnceWithItsHeader()
    {
        wall.Begin("S01");

        using HttpResponseMessage first = await wall.PostAsync(WallFixture.Body(WallModels.Primary));
        using HttpResponseMessage second = await wall.PostAsync(WallFixture.Body(WallModels.Primary));

        first.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await first.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"rate_limit_exceeded\"");
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("S02", 429, "rate_limit_exceeded")]
    [InlineData("S04", 503, "overloaded")]
    [InlineData("S12", 400, "context_length_exceeded")]
    [InlineData("S13", 400, "content_policy_violation")]
    public async Task LastingError_HasItsStatusAndCodeEveryTime(string scenario, int status, string code)
    {
        wall.Begin(scenario);

        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await wall.PostAsync(WallFixture.Body(WallModels.Primary));

            ((int)response.StatusCode).ShouldBe(status);
            response.Headers.RetryAfter.ShouldBeNull();
            (await response.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
        }
    }

    [Fact]
    public async Task ServerErrorWithoutCode_HasANullCode()
    {
        wall.Begin("S03");

        (await wall.ReadAsync(WallFixture.Body(WallModels.Primary))).ShouldEndWith("\"type\":\"server_error\",\"param\":null,\"code\":null}}");
    }

    [Fact]
    public async Task Reset_IsAResetSegmentBeforeAnyByte()
    {
        wall.Begin("S05");

        RawExchange exchange = await wall.PostRawAsync(WallFixture.Body(WallModels.Primary));

        exchange.ShouldBe(new RawExchange("", SocketError.ConnectionReset));
    }

    [Fact]
    public async Task Silence_EndsInOrderWithoutAByte()
    {
        wall.Begin("S06");

        RawExchange exchange = await wall.PostRawAsync(WallFixture.Body(WallModels.Primary));

        exchange.ShouldBe(new RawExchange("", null));
    }

    [Theory]
    [InlineData("S08", 40)]
    [InlineData("S09", 20)]
    public async Task CutStream_ClosesInOrderWithoutAnyEnd(string scenario, int words)
    {
        wall.Begin(scenario);

        RawExchange exchange = await wall.PostRawAsync(WallFixture.Body(WallModels.Primary));

        exchange.Error.ShouldBeNull();
        EventsOf(exchange.Text).Length.ShouldBe(words + 1);
        exchange.Text.ShouldNotContain("\"finish_reason\":\"stop\"");
        exchange.Text.ShouldNotContain("[DONE]");
        exchange.Text.ShouldNotEndWith(EndOfChunks);
    }

    [Fact]
    public async Task LateStream_SendsItsHeadersFirst()
    {
        wall.Wall.Begin(WallFixture.Set.Scenarios.Single(scenario => scenario.Id == "S07"), new BenchTimes(1));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{wall.Wall.Endpoint}/chat/completions")) { Content = new StringContent(WallFixture.Body(WallModels.Primary)) };

        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Task<int> first = (await response.Content.ReadAsStreamAsync()).ReadAsync(new byte[1]).AsTask();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task BadEvent_IsOneTooManyAndNoWordIsLost()
    {
        wall.Begin("S10");

        string[] events = EventsOf(await wall.ReadAsync(WallFixture.Body(WallModels.Primary)));

        Should.Throw<JsonException>(() => JsonDocument.Parse(events[11]));
        TextOf([.. events[1..11], .. events[12..62]]).ShouldBe(WallFixture.Set.Answer);
        events[^1].ShouldBe("[DONE]");
    }

    [Fact]
    public async Task MissingMarker_LeavesTheRestOfTheEndInPlace()
    {
        wall.Begin("S11");

        string[] events = EventsOf(await wall.ReadAsync(WallFixture.Body(WallModels.Primary)));

        events.ShouldNotContain("[DONE]");
        events[^1].ShouldContain("\"usage\"");
        events[^2].ShouldContain("\"finish_reason\":\"stop\"");
    }

    [Theory]
    [InlineData("S08", 0.6)]
    [InlineData("S09", 0)]
    public async Task CutPlainReply_AnnouncesMoreThanItSends(string scenario, double part)
    {
        wall.Begin(scenario);

        RawExchange exchange = await wall.PostRawAsync(WallFixture.Body(WallModels.Primary, stream: false));

        exchange.Error.ShouldBeNull();
        string[] halves = exchange.Text.Split("\r\n\r\n", 2);
        string announced = halves[0].Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))["Content-Length: ".Length..];
        halves[1].Length.ShouldBe((int)(int.Parse(announced, System.Globalization.CultureInfo.InvariantCulture) * part));
    }

    [Fact]
    public async Task BadPlainReply_IsNoJson()
    {
        wall.Begin("S10");

        string body = await wall.ReadAsync(WallFixture.Body(WallModels.Primary, stream: false));

        Should.Throw<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task Continuation_IsRefusedByTheBackupAndLogged()
    {
        WallStage stage = wall.Begin("S14");

        using HttpResponseMessage refused = await wall.PostAsync(WallFixture.Body(WallModels.Backup, prefill: "At dusk"));
        using HttpResponseMessage anew = await wall.PostAsync(WallFixture.Body(WallModels.Backup));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("invalid_prefill");
        anew.StatusCode.ShouldBe(HttpStatusCode.OK);
        stage.Attempts.Select(attempt => attempt.RefusedPrefill).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Outage_EndsOnTheClock()
    {
        var time = new FakeTimeProvider();
        await using WallServer server = await WallServer.StartAsync("Yes.", time);
        server.Begin(WallFixture.Set.Scenarios.Single(scenario => scenario.Id == "S15"), new BenchTimes(0.1));
        string body = WallFixture.Body(WallModels.Primary, stream: false);

        time.Advance(TimeSpan.FromSeconds(5.9));
        string during = (await RawExchange.PostAsync(server.Endpoint, body)).Text;
        time.Advance(TimeSpan.FromSeconds(0.1));
        string after = (await RawExchange.PostAsync(server.Endpoint, body)).Text;

        during.ShouldStartWith("HTTP/1.1 503 ");
        after.ShouldStartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task Log_HasModelTimeAndSizeAndBeginsAnewWithEachScenario()
    {
        WallStage former = wall.Begin("S04");
        await wall.ReadAsync(WallFixture.Body(WallModels.Primary));
        await wall.ReadAsync(WallFixture.Body(WallModels.Healthy));
        WallStage stage = wall.Begin("S04");
        await wall.ReadAsync(WallFixture.Body(WallModels.Primary));
        await wall.ReadAsync(WallFixture.Body(WallModels.Backup, stream: false, prefill: "At dusk"));

        former.Attempts.Select(attempt => attempt.Model).ShouldBe([WallModels.Primary]);
        stage.Attempts.Select(attempt => (attempt.Model, attempt.PromptTokens)).ShouldBe([(WallModels.Primary, 7), (WallModels.Backup, 13)]);
        stage.Attempts[1].At.ShouldBeGreaterThan(stage.Attempts[0].At);
    }

    [Theory]
    [InlineData("{\"model\":\"nobody\",\"messages\":[]}", HttpStatusCode.NotFound, "model_not_found")]
    [InlineData("{", HttpStatusCode.BadRequest, "invalid_json")]
    public async Task WrongRequest_IsRefused(string body, HttpStatusCode status, string code)
    {
        wall.Begin("S04");

        using HttpResponseMessage response = await wall.PostAsync(body);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldContain(code);
    }

    [Fact]
    public async Task OtherPath_IsNotFound()
    {
        using var http = new HttpClient();

        using HttpResponseMessage response = await http.GetAsync(new Uri($"{wall.Wall.Endpoint}/models"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string[] EventsOf(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line["data: ".Length..].TrimEnd('\r'))];

    private static string TextOf(string[] events) => string.Concat(events.Select(data =>
    {
        using JsonDocument json = JsonDocument.Parse(data);
        return json.RootElement.GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString();
    }));
}
