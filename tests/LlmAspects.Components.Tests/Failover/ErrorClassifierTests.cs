using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Tests.Failover;

public class ErrorClassifierTests
{
    private readonly ErrorClassifier _classifier = new(new FakeReader());

    public static TheoryData<Exception, ErrorCategory> ByType => new()
    {
        { new HttpRequestException("x", null, HttpStatusCode.TooManyRequests), ErrorCategory.RateLimit },
        { new HttpRequestException("x", new SocketException()), ErrorCategory.Connection },
        { new HttpRequestException("x", new TimeoutException()), ErrorCategory.AttemptTimeout },
        { new SocketException(), ErrorCategory.Connection },
        { new HttpIOException(HttpRequestError.ResponseEnded), ErrorCategory.Connection },
        { new TimeoutException(), ErrorCategory.AttemptTimeout },
        { new TaskCanceledException("x", new TimeoutException()), ErrorCategory.AttemptTimeout },
        { new OperationCanceledException(), ErrorCategory.AttemptTimeout },
        { new JsonException(), ErrorCategory.MalformedReply },
        { new ModelCallException(ErrorCategory.ContextOverflow, "x"), ErrorCategory.ContextOverflow },
        { new InvalidOperationException("x", new JsonException()), ErrorCategory.MalformedReply },
        { new InvalidOperationException("author not found, 401 unauthorized, rate limit"), ErrorCategory.Unknown },
    };

    [Theory]
    [MemberData(nameof(ByType))]
    public void ExceptionType_Decides(Exception error, ErrorCategory category) => _classifier.Classify(error, cancelledByCaller: false).Category.ShouldBe(category);

    [Theory]
    [InlineData(400, ErrorCategory.InvalidInput)]
    [InlineData(401, ErrorCategory.Authentication)]
    [InlineData(402, ErrorCategory.QuotaExhausted)]
    [InlineData(403, ErrorCategory.Authentication)]
    [InlineData(404, ErrorCategory.ModelNotFound)]
    [InlineData(408, ErrorCategory.AttemptTimeout)]
    [InlineData(413, ErrorCategory.ContextOverflow)]
    [InlineData(418, ErrorCategory.Unknown)]
    [InlineData(422, ErrorCategory.InvalidInput)]
    [InlineData(429, ErrorCategory.RateLimit)]
    [InlineData(500, ErrorCategory.Overload)]
    [InlineData(503, ErrorCategory.Overload)]
    [InlineData(529, ErrorCategory.Overload)]
    public void Status_Decides(int status, ErrorCategory category) => Classify(status, null).Category.ShouldBe(category);

    [Theory]
    [InlineData(429, "insufficient_quota", ErrorCategory.QuotaExhausted)]
    [InlineData(400, "context_length_exceeded", ErrorCategory.ContextOverflow)]
    [InlineData(400, "content_filter", ErrorCategory.ContentFilter)]
    [InlineData(400, "model_not_found", ErrorCategory.ModelNotFound)]
    [InlineData(400, "Content_Filter", ErrorCategory.InvalidInput)]
    [InlineData(null, "overloaded_error", ErrorCategory.Overload)]
    public void ProviderCode_CountsBeforeTheStatus(int? status, string code, ErrorCategory category) => Classify(status, code).Category.ShouldBe(category);

    [Fact]
    public void Facts_AreKept()
    {
        ErrorClassification classification = _classifier.Classify(new FakeError(new ProviderError(429, "slow", TimeSpan.FromSeconds(7))), cancelledByCaller: false);

        classification.ShouldBe(new ErrorClassification(ErrorCategory.RateLimit, RecoveryAction.SameModel, false) { StatusCode = 429, ProviderCode = "slow", RetryAfter = TimeSpan.FromSeconds(7) });
    }

    [Fact]
    public void CancelledByTheCaller_IsNoError() => _classifier.Classify(new TaskCanceledException(), cancelledByCaller: true)
        .ShouldBe(new ErrorClassification(ErrorCategory.Cancelled, RecoveryAction.Stop, false));

    [Fact]
    public void RealErrorWhileTheCallerCancelled_KeepsItsCategory() =>
        _classifier.Classify(new JsonException(), cancelledByCaller: true).Category.ShouldBe(ErrorCategory.MalformedReply);

    [Theory]
    [InlineData(ErrorCategory.RateLimit, RecoveryAction.SameModel, false)]
    [InlineData(ErrorCategory.Overload, RecoveryAction.SameModel, true)]
    [InlineData(ErrorCategory.Connection, RecoveryAction.SameModel, true)]
    [InlineData(ErrorCategory.MalformedReply, RecoveryAction.SameModel, false)]
    [InlineData(ErrorCategory.AttemptTimeout, RecoveryAction.NextModel, true)]
    [InlineData(ErrorCategory.Stalled, RecoveryAction.NextModel, true)]
    [InlineData(ErrorCategory.TruncatedStream, RecoveryAction.NextModel, true)]
    [InlineData(ErrorCategory.QuotaExhausted, RecoveryAction.NextModel, false)]
    [InlineData(ErrorCategory.Authentication, RecoveryAction.NextModel, false)]
    [InlineData(ErrorCategory.ModelNotFound, RecoveryAction.NextModel, false)]
    [InlineData(ErrorCategory.Unknown, RecoveryAction.NextModel, false)]
    [InlineData(ErrorCategory.ContextOverflow, RecoveryAction.LargerContext, false)]
    [InlineData(ErrorCategory.InvalidInput, RecoveryAction.Stop, false)]
    [InlineData(ErrorCategory.ContentFilter, RecoveryAction.Stop, false)]
    [InlineData(ErrorCategory.Cancelled, RecoveryAction.Stop, false)]
    public void Category_HasItsRule(ErrorCategory category, RecoveryAction action, bool counts) =>
        RecoveryRules.For(category).ShouldBe(new ErrorClassification(category, action, counts));

    private ErrorClassification Classify(int? status, string? code) =>
        _classifier.Classify(new InvalidOperationException("outer", new FakeError(new ProviderError(status, code))), cancelledByCaller: false);

    private sealed class FakeError(ProviderError facts) : Exception
    {
        public ProviderError Facts { get; } = facts;
    }

    private sealed class FakeReader : IProviderErrorReader
    {
        public bool TryRead(Exception exception, out ProviderError facts)
        {
            facts = (exception as FakeError)?.Facts ?? default;
            return exception is FakeError;
        }
    }
}
