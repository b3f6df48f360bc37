namespace LlmAspects.ReceiverTests.Otlp;

public class OtlpOverGrpcTests(OtlpOverGrpcRun run) : OtlpExportTests(run), IClassFixture<OtlpOverGrpcRun>;
