using CsCheck;
using LlmAspects.Components.Failover;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

/// <summary>The breaker against a plain model: one call at a time, whole seconds, a list of results that is searched.</summary>
public class CircuitBreakerModelTests
{
    [Fact]
    public void AnySequenceOfCalls_PassesWhereTheModelPasses() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 9]).Array[1, 200].Sample(
            steps =>
            {
                var time = new FakeTimeProvider();
                var breaker = new CircuitBreaker(new CircuitBreakerOptions(), time);
                var model = new PlainBreaker();
                foreach ((int seconds, int kind) in steps)
                {
                    time.Advance(TimeSpan.FromSeconds(seconds));
                    model.Now += seconds;
                    bool passes = breaker.TryEnter(out CircuitBreaker.Ticket ticket);
                    passes.ShouldBe(model.Passes());
                    if (passes)
                    {
                        breaker.Report(ticket, kind < 6 ? CallVerdict.Failure : CallVerdict.Success);
                        model.Report(failed: kind < 6);
                    }

                    breaker.LookAt(time.GetTimestamp()).State.ShouldBe(model.State);
                }
            },
            iter: 2_000);

    private sealed class PlainBreaker
    {
        private readonly List<(int At, bool Failed)> _results = [];
        private int _openedAt;
        private int _probeSuccesses;

        public int Now { get; set; }

        public BreakerState State { get; private set; }

        public bool Passes()
        {
            if (State == BreakerState.Open && Now - _openedAt >= 30)
            {
                State = BreakerState.HalfOpen;
                _probeSuccesses = 0;
            }

            return State != BreakerState.Open;
        }

        public void Report(bool failed)
        {
            if (State == BreakerState.HalfOpen)
            {
                _probeSuccesses += failed ? 0 : 1;
                State = failed ? BreakerState.Open : _probeSuccesses == 2 ? BreakerState.Closed : BreakerState.HalfOpen;
                _openedAt = Now;
                _results.Clear();
                return;
            }

            _results.Add((Now, failed));
            List<(int At, bool Failed)> recent = [.. _results.Where(result => Now - result.At < 30)];
            bool inARow = _results.Count >= 5 && _results.TakeLast(5).All(result => result.Failed);
            bool byRate = failed && recent.Count >= 20 && recent.Count(result => result.Failed) * 2 >= recent.Count;
            if (inARow || byRate)
            {
                (State, _openedAt) = (BreakerState.Open, Now);
                _results.Clear();
            }
        }
    }
}
