console.log('ackade');
